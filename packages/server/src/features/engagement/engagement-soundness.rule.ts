import { DomainError } from '../../platform/errors';
import { refuseLong, refuseUnfit } from '../record/wording.service';
import type { EngagementInput } from './engagement.input';

/** The bounds that the schema's descriptions promise. */
const MOST = { participations: 300, agenda: 50, links: 100, codes: 20, names: 200, evidence: 200 } as const;

const LONGEST = { title: 10_000, summary: 20_000, venueText: 2_000, series: 2_000 } as const;

/** Refuses what can be told to be wrong from the input alone. */
export function refuseUnsound(input: EngagementInput): void {
  for (const [field, most] of Object.entries(MOST))
    refuseLong(input[field as keyof typeof MOST], field, most);
  for (const [field, most] of Object.entries(LONGEST)) {
    const text = input[field as keyof typeof LONGEST];
    if (text != null) refuseUnfit(text, field, most);
  }
  for (const field of ['edition', 'sequence'] as const) {
    const number = input[field];
    if (number != null && number < 1)
      throw new DomainError('BAD_USER_INPUT', `${field} counts from 1; it was given ${number}`, { field });
  }
  for (const [index, { descriptor }] of (input.participations ?? []).entries())
    if (descriptor != null) refuseUnfit(descriptor, `participations.${index}.descriptor`, 2_000);
  for (const [index, { code, version }] of (input.codes ?? []).entries()) {
    refuseUnfit(code, `codes.${index}.code`, 20);
    refuseUnfit(version, `codes.${index}.version`, 20);
  }
}
