import sql from 'sql-template-tag';
import type { Change } from '../../platform/change/change';
import { DomainError } from '../../platform/errors';
import { newId } from '../../platform/type-id';
import type { Writer } from '../record/commands.service';
import { existing, existingActor } from '../record/targets.query';
import { OutletAssessment } from './outlet-assessment.entity';
import type { OutletAssessmentInput } from './outlet-assessment.input';

const MOST_ASSESSMENTS = 100;

export class OutletAssessmentService {
  constructor(
    private readonly change: Change,
    private readonly writer: Writer,
  ) {}

  /** Answers with the assessment's id. The account that assesses is the assessor. */
  assess(input: OutletAssessmentInput, idempotencyKey?: string | null): Promise<string> {
    return this.change.run(this.writer.command('assessOutlet', { input }, idempotencyKey), async (tx) => {
      refuseUnfit(input);
      const outlet = String(await existingActor(tx, input.outlet, 'outlet', 'ORGANIZATION'));
      const { marking } = await tx.open(outlet, null, 'AMENDED', 'actor');
      const [found] = await tx.rows<{ ordinal: number; standing: number }>(
        sql`SELECT coalesce(max(ordinal), -1)::integer AS ordinal, count(*) FILTER (WHERE retracted_at IS NULL)::integer AS standing
              FROM outlet_assessment WHERE record_id = ${outlet}`,
      );
      if ((found?.standing ?? 0) >= MOST_ASSESSMENTS)
        throw new DomainError(
          'BAD_USER_INPUT',
          `outlet has ${MOST_ASSESSMENTS} assessments, which is as many as one can have`,
          { field: 'outlet' },
        );
      const row = tx.catalog.shape(OutletAssessment).create({
        id: newId(),
        recordId: outlet,
        ordinal: (found?.ordinal ?? -1) + 1,
        marking,
        reliability: input.reliability ?? null,
        affiliation: input.affiliation ?? null,
        from: input.from,
        assessor: tx.command.by,
        reason: input.reason,
        sourceId: await existing(tx, 'source', input.source, 'source'),
      });
      await tx.insert(OutletAssessment, [row]);
      return row.id;
    });
  }
}

/** Calling an outlet a state's is an accusation to some: it has a source or is absent. */
function refuseUnfit({ reliability, affiliation, reason, source }: OutletAssessmentInput): void {
  if ((reliability == null) === (affiliation == null))
    throw new DomainError(
      'BAD_USER_INPUT',
      'Give either reliability or affiliation; another aspect is another assessment',
      {
        field: reliability == null ? 'reliability' : 'affiliation',
      },
    );
  if (affiliation != null && source == null)
    throw new DomainError('BAD_USER_INPUT', 'source is needed for an affiliation: who says so', {
      field: 'source',
    });
  if (reason.trim().length < 3 || reason.length > 500)
    throw new DomainError('BAD_USER_INPUT', 'reason has 3 to 500 characters and says why', {
      field: 'reason',
    });
}
