import type { Change } from '../../platform/change/change';
import type { Transaction } from '../../platform/change/transaction';
import { DomainError } from '../../platform/errors';
import { fuzzyDate } from '../../platform/fuzzy-date/fuzzy-date';
import { newId } from '../../platform/type-id';
import type { Writer } from '../record/commands.service';
import type { ClaimInput } from '../record/evidence.input';
import type { EvidenceRecorder } from '../record/evidence.service';
import { existing, existingActor, existingTopic } from '../record/targets.query';
import { refuseLong, refuseUnfit } from '../record/wording.service';
import type { CommitmentInput, ImplementationReportInput } from './agreement.input';
import { CommitmentParty } from './agreement-link.entity';
import { Commitment, CommitmentAct } from './commitment.entity';
import { ImplementationReport } from './implementation-report.entity';
import { nextOrdinal } from './next-ordinal.query';

const COMMITMENT_FIELDS = ['engagement', 'agreement', 'parties', 'act', 'statement', 'topic', 'due'];
const REPORT_FIELDS = ['commitment', 'agreement', 'status', 'period'];

const MOST_PARTIES = 50;
const MOST_COMMITMENTS: { [type: string]: number } = { engagement: 50, agreement: 100 };
const MOST_REPORTS = 100;
const LONGEST_STATEMENT = 5_000;

interface Opened {
  id: string;
  type: string;
  marking: number;
}

/** Promises, and reports on how far they were kept. Both are parts of the engagement or agreement they belong to. */
export class CommitmentService {
  constructor(
    private readonly change: Change,
    private readonly writer: Writer,
    private readonly evidence: EvidenceRecorder,
  ) {}

  async record(input: CommitmentInput, idempotencyKey?: string | null): Promise<string> {
    const command = this.writer.command('recordCommitment', { input }, idempotencyKey);
    return this.change.run(command, async (tx) => {
      const record = await openOneOf(tx, 'engagement', input.engagement, 'agreement', input.agreement);
      refuseFull(await tx.parts(Commitment, record.id), MOST_COMMITMENTS[record.type] ?? 50, record.type);
      const actors = await partiesOf(tx, input.parties);
      refuseUnfit(input.statement, 'statement', LONGEST_STATEMENT);
      const marking = await this.#markingOf(tx, record, input.evidence);
      const row = tx.catalog.shape(Commitment).create({
        id: newId(),
        recordId: record.id,
        ordinal: await nextOrdinal(tx, 'commitment', record.id),
        marking,
        act: input.act ?? CommitmentAct.MADE,
        statement: input.statement,
        topicId: await existingTopic(tx, input.topic, 'topic'),
        due: input.due == null ? null : fuzzyDate(input.due, 'due'),
      });
      await tx.insert(Commitment, [row]);
      const shape = tx.catalog.shape(CommitmentParty);
      await tx.insert(
        CommitmentParty,
        actors.map((actorId, ordinal) =>
          shape.create({ id: newId(), recordId: record.id, ordinal, marking, commitmentId: row.id, actorId }),
        ),
      );
      await this.#support(tx, record, { id: row.id, type: 'commitment' }, COMMITMENT_FIELDS, input.evidence);
      return row.id;
    });
  }

  async report(input: ImplementationReportInput, idempotencyKey?: string | null): Promise<string> {
    const command = this.writer.command('recordImplementationReport', { input }, idempotencyKey);
    return this.change.run(command, async (tx) => {
      refuseUnlessOne('commitment', input.commitment, 'agreement', input.agreement);
      const commitmentId = await existing(tx, 'commitment', input.commitment, 'commitment');
      const commitment = commitmentId && (await tx.one(Commitment, commitmentId));
      const record = commitment
        ? await tx.open(commitment.recordId, null)
        : await open(tx, 'agreement', input.agreement);
      const reports = (await tx.parts(ImplementationReport, record.id)).filter(
        (report) => report.commitmentId === commitmentId,
      );
      refuseFull(reports, MOST_REPORTS, commitment ? 'commitment' : 'agreement');
      const row = tx.catalog.shape(ImplementationReport).create({
        id: newId(),
        recordId: record.id,
        ordinal: await nextOrdinal(tx, 'implementation_report', record.id),
        marking: Math.max(
          await this.#markingOf(tx, record, input.evidence),
          commitment ? commitment.marking : 0,
        ),
        commitmentId,
        status: input.status,
        period: input.period == null ? null : fuzzyDate(input.period, 'period'),
      });
      await tx.insert(ImplementationReport, [row]);
      const part = { id: row.id, type: 'implementation_report' };
      await this.#support(tx, record, part, REPORT_FIELDS, input.evidence);
      return row.id;
    });
  }

  /** A part is never marked below its record, nor below what it is known by. */
  async #markingOf(tx: Transaction, record: Opened, evidence: readonly ClaimInput[] | null | undefined) {
    return Math.max(record.marking, await this.evidence.strictestMarking(tx, evidence));
  }

  async #support(
    tx: Transaction,
    record: Opened,
    part: { id: string; type: string },
    fields: readonly string[],
    evidence: readonly ClaimInput[] | null | undefined,
  ): Promise<void> {
    await this.evidence.recordEvidence(
      tx,
      { recordId: record.id, type: record.type, part, lists: {}, fields },
      evidence,
    );
  }
}

async function partiesOf(tx: Transaction, parties: readonly string[]): Promise<string[]> {
  if (parties.length === 0)
    throw new DomainError('BAD_USER_INPUT', 'parties is empty; a promise is given by somebody', {
      field: 'parties',
    });
  refuseLong(parties, 'parties', MOST_PARTIES);
  const ids = new Set<string>();
  for (const [index, party] of parties.entries())
    ids.add(String(await existingActor(tx, party, `parties.${index}`)));
  return [...ids];
}

/** Lists that are answered whole are kept short enough for that. */
function refuseFull(items: readonly unknown[], most: number, field: string): void {
  if (items.length >= most)
    throw new DomainError('BAD_USER_INPUT', `${field} has ${most} of these, and can have no more`, { field });
}

function refuseUnlessOne(
  first: string,
  firstId: string | null | undefined,
  second: string,
  secondId: string | null | undefined,
) {
  if ((firstId == null) === (secondId == null))
    throw new DomainError('BAD_USER_INPUT', `Give either ${first} or ${second}, exactly one of the two`, {
      field: firstId == null ? first : second,
    });
}

async function openOneOf(
  tx: Transaction,
  first: string,
  firstId: string | null | undefined,
  second: string,
  secondId: string | null | undefined,
): Promise<Opened> {
  refuseUnlessOne(first, firstId, second, secondId);
  return firstId == null ? open(tx, second, secondId) : open(tx, first, firstId);
}

async function open(tx: Transaction, table: string, id: string | null | undefined): Promise<Opened> {
  return tx.open(String(await existing(tx, table, id, table)), null, 'AMENDED', table);
}
