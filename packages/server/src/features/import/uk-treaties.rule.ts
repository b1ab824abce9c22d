import { Ambit } from '../agreement/agreement.entity';
import { AgreementActionKind } from '../agreement/agreement-action.entity';
import { byColumns, type Cells, headerOf, holdsAll, missing } from './csv-columns.rule';
import type { Dialect, Oddity, Reading } from './dataset.rule';
import { dayOf } from './treaty-date.rule';

/** An action that the list dates. */
export interface DatedAction {
  kind: AgreementActionKind;
  on: string | null;
  effectiveOn: string | null;
}

/** One agreement of UK Treaties Online. */
export interface UkTreaty {
  recordId: string;
  title: string;
  ambit: Ambit | null;
  subject: string | null;
  /** As listed: parties in capitals, territories in mixed case. */
  parties: readonly string[];
  actions: readonly DatedAction[];
  signedAt: string | null;
  registrations: readonly string[];
  documentUrl: string | null;
}

const COLUMNS = [
  'record_id',
  'title',
  'ambit',
  'subject',
  'parties',
  'signed_on',
  'references',
  'document_url',
];
const MOST_REGISTRATIONS = 20;
const UNKNOWN_PLACES = new Set(['not known', 'unknown', 'various']);

/** Each kind of action, with the columns of its day and of the day from which it has effect. */
const ACTIONS: readonly (readonly [kind: AgreementActionKind, on: string, effectiveOn: string | null])[] = [
  [AgreementActionKind.ADOPTION, 'adopted_on', null],
  [AgreementActionKind.SIGNATURE, 'signed_on', null],
  [AgreementActionKind.PROVISIONAL_APPLICATION, 'provisional_in_force_on', null],
  [AgreementActionKind.ENTRY_INTO_FORCE, 'in_force_on', 'in_force_effective_on'],
  [AgreementActionKind.TERMINATION, 'terminated_on', 'terminated_effective_on'],
  [AgreementActionKind.WITHDRAWAL, 'withdrawn_on', null],
];

export function ukDialectOf(head: string): Dialect<UkTreaty> | null {
  const header = headerOf(head);
  if (!holdsAll(header, COLUMNS)) return null;
  return {
    name: 'UK Treaties Online, comma, with header',
    version: null,
    format: { delimiter: ',', isQuoted: true, hasHeader: true },
    read: byColumns(header, read),
  };
}

function read(cells: Cells): Reading<UkTreaty> {
  const recordId = cells.record_id ?? '';
  const title = cells.title ?? '';
  if (recordId === '') return missing('record_id');
  if (title === '') return missing('title');
  const actions: DatedAction[] = [];
  for (const [kind, ...columns] of ACTIONS) {
    const days: (string | null)[] = [];
    for (const column of columns) {
      const value = column === null ? '' : (cells[column] ?? '');
      const day = value === '' ? null : dayOf(value);
      if (value !== '' && day === null) return badDate(String(column), value);
      days.push(day);
    }
    const [on = null, effectiveOn = null] = days;
    if (on !== null || effectiveOn !== null) actions.push({ kind, on, effectiveOn });
  }
  const ambit = cells.ambit ?? '';
  const { registrations, left } = registrationsOf(cells.references ?? '');
  const oddities: Oddity[] = [...oddOrder(actions)];
  if (ambit !== '' && !isAmbit(ambit)) oddities.push({ kind: 'ambit', value: ambit });
  if (left > 0) oddities.push({ kind: 'references left out, beyond 20', value: `${left}` });
  return {
    is: 'FACT',
    externalId: recordId,
    fact: {
      recordId,
      title,
      ambit: isAmbit(ambit) ? ambit : null,
      subject: cells.subject || null,
      parties: [...new Set((cells.parties ?? '').split('|').map((name) => name.trim()))].filter(Boolean),
      actions,
      signedAt: UNKNOWN_PLACES.has((cells.signed_at ?? '').toLowerCase()) ? null : cells.signed_at || null,
      registrations,
      documentUrl: urlOf(cells.document_url ?? ''),
    },
    oddities,
  };
}

function isAmbit(value: string): value is Ambit {
  return Object.values<string>(Ambit).includes(value);
}

function badDate(field: string, value: string): Reading<never> {
  return { is: 'REJECTED', reason: 'BAD_DATE', field, value, message: `${field} is no day: ${value}` };
}

/** The world is not refused for being odd: it is stored so, and told. */
function* oddOrder(actions: readonly DatedAction[]): Generator<Oddity> {
  const day = (kind: AgreementActionKind) => {
    const action = actions.find((each) => each.kind === kind);
    return action?.effectiveOn ?? action?.on ?? null;
  };
  const signed = day(AgreementActionKind.SIGNATURE);
  const inForce = day(AgreementActionKind.ENTRY_INTO_FORCE);
  const ended = day(AgreementActionKind.TERMINATION);
  if (signed !== null && inForce !== null && inForce < signed)
    yield { kind: 'in force before signature', value: `in force ${inForce}, signed ${signed}` };
  if (ended !== null && inForce !== null && ended < inForce)
    yield { kind: 'terminated before in force', value: `terminated ${ended}, in force ${inForce}` };
  if (actions.length === 0) yield { kind: 'without any date', value: '' };
}

/**
 * Where it is registered or printed, as the list cites it: without the address of the print and the zeros that stand for nothing. What registers comes before what prints, and archives come last.
 */
export function registrationsOf(references: string): { registrations: string[]; left: number } {
  const cited = references
    .split(';')
    .map((reference) => reference.split('||')[0]?.trim() ?? '')
    .filter((reference) => reference !== '' && !/^Other (?:NOT PUBLISHED|Error)/i.test(reference))
    .map((reference) =>
      reference
        .replace(/(?:\/0)?: 0$/, '')
        .replace(/\s+/g, ' ')
        .replace(/\/+$/, '')
        .trim(),
    );
  const all = [...new Set(cited)].sort((a, b) => rank(a) - rank(b));
  return {
    registrations: all.slice(0, MOST_REGISTRATIONS),
    left: Math.max(0, all.length - MOST_REGISTRATIONS),
  };
}

function rank(reference: string): number {
  if (/^(?:UN Registration|United Nations Treaty Series|League of Nations)/.test(reference)) return 0;
  if (/^(?:Treaty Series|Command Paper|Country Series|Miscellaneous Series)/.test(reference)) return 1;
  return /^PRO/.test(reference) ? 3 : 2;
}

/** The list writes some slashes the other way round, which browsers read alike. */
function urlOf(text: string): string | null {
  const url = text.replaceAll('\\', '/');
  return URL.canParse(url) ? url : null;
}
