import sql from 'sql-template-tag';
import type { Change } from '../../platform/change/change';
import { merge } from '../../platform/change/merge';
import { replaceParts } from '../../platform/change/parts';
import type { Transaction } from '../../platform/change/transaction';
import { DomainError } from '../../platform/errors';
import { fuzzyDate } from '../../platform/fuzzy-date/fuzzy-date';
import { newId, uuidOf } from '../../platform/type-id';
import type { AmendArgs } from '../record/command-args.input';
import type { Writer } from '../record/commands.service';
import { type EvidenceRecorder, listsOf } from '../record/evidence.service';
import { existing, existingActor } from '../record/targets.query';
import { refuseLong, refuseMissing } from '../record/wording.service';
import { sha256 } from './passage.rule';
import { writePassages } from './passage.service';
import { Source } from './source.entity';
import type { SourceCitationInput, SourceInput } from './source.input';
import { SourceCitation } from './source-citation.entity';
import { SourceText } from './source-text.entity';

const FIELDS = [
  'kind',
  'title',
  'publisher',
  'author',
  'url',
  'published',
  'retrievedAt',
  'language',
  'dateline',
  'rights',
  'isHeld',
  'text',
  'contentHash',
  'repeats',
];
const MOST_REPEATED = 20;

export class SourceService {
  constructor(
    private readonly change: Change,
    private readonly writer: Writer,
    private readonly evidence: EvidenceRecorder,
  ) {}

  record(input: SourceInput, idempotencyKey?: string | null): Promise<string> {
    return this.change.run(this.writer.command('recordSource', { input }, idempotencyKey), (tx) =>
      this.recordIn(tx, input),
    );
  }

  amend({ id, expectedVersion, reason, idempotencyKey }: AmendArgs, input: SourceInput): Promise<string> {
    const uuid = uuidOf(id, 'source', 'id');
    const command = this.writer.command(
      'amendSource',
      { id, expectedVersion, input, reason },
      idempotencyKey,
      reason,
    );
    return this.change.run(command, async (tx) => {
      for (const field of ['text', 'passages'] as const)
        if (input[field] != null)
          throw refusal(
            field,
            field === 'text'
              ? 'is taken when recording; attach it by source attach-text'
              : 'is taken when recording',
          );
      await tx.open(uuid, expectedVersion, 'AMENDED', 'source');
      const row = await tx.one(Source, uuid);
      if (!row) throw DomainError.notFound('Source', id);
      await this.#write(tx, row, input);
      return row.id;
    });
  }

  /** Records inside a transaction that somebody else began. */
  async recordIn(tx: Transaction, input: SourceInput, id?: string): Promise<string> {
    refuseMissing(input, ['kind'], 'a source');
    const marking = input.marking ?? 0;
    const row = tx.catalog
      .shape(Source)
      .create({ id: tx.begin('source', marking, id), marking, isHeld: true } as Partial<Source>);
    await this.#write(tx, row, input);
    return row.id;
  }

  async #write(tx: Transaction, row: Source, input: SourceInput): Promise<void> {
    const isNew = row.kind === null;
    const text = input.text ?? null;
    await merge(row, {
      kind: { given: input.kind, fallback: row.kind },
      title: { given: input.title },
      publisherId: {
        given: input.publisher,
        value: () => existingActor(tx, input.publisher, 'publisher', 'ORGANIZATION'),
      },
      author: { given: input.author },
      url: { given: input.url },
      published: { given: input.published, value: () => fuzzyDate(input.published ?? {}, 'published') },
      retrievedAt: { given: input.retrievedAt },
      language: { given: input.language },
      dateline: { given: input.dateline },
      rights: { given: input.rights },
      isHeld: { given: input.isHeld, fallback: true },
      contentHash: { given: input.contentHash, value: () => hashGiven(input.contentHash) },
      marking: { given: input.marking, fallback: row.marking },
    });
    if (text !== null) row.contentHash = hashOfText(text, input);
    else if (!isNew) await this.#refuseOtherHash(tx, row, input);
    await (isNew ? tx.insert(Source, [row]) : tx.update(Source, [row]));
    if (text !== null) await tx.insert(SourceText, [textRow(tx, row, text)]);
    const repeats = { type: 'source_citation', ids: await this.#repeat(tx, row, input.repeats) };
    const passages = (input.passages ?? []).map((each, index) => ({
      sourceId: row.id,
      input: each,
      path: `passages.${index}`,
    }));
    await writePassages(tx, passages);
    await this.evidence.recordEvidence(
      tx,
      { recordId: row.id, type: 'source', lists: listsOf({ repeats }), fields: FIELDS },
      input.evidence,
    );
  }

  /** The hash of a text that is held is computed, and stays. */
  async #refuseOtherHash(tx: Transaction, row: Source, { contentHash, isHeld }: SourceInput): Promise<void> {
    if (contentHash === undefined && isHeld !== false) return;
    const [held] = await tx.parts(SourceText, row.id);
    if (!held) return;
    if (isHeld === false) throw refusal('isHeld', 'cannot be false: its text is held');
    if (row.contentHash !== sha256(held.text))
      throw refusal('contentHash', 'is computed, since the text is held; leave it out');
  }

  #repeat(tx: Transaction, source: Source, repeats: SourceInput['repeats']): Promise<string[] | null> {
    refuseLong(repeats, 'repeats', MOST_REPEATED);
    return replaceParts(tx, source, repeats, {
      entity: SourceCitation,
      field: 'repeats',
      toRow: async ({ cites, kind }: SourceCitationInput, path) => {
        const citesId = String(await existing(tx, 'source', cites, `${path}.cites`));
        await refuseCircle(tx, source.id, citesId, `${path}.cites`);
        return { citesId, kind };
      },
    });
  }
}

/** A source that repeats itself, by whatever way, would have no origin. Two changes that would together close a circle wait for each other. */
async function refuseCircle(tx: Transaction, id: string, citesId: string, field: string): Promise<void> {
  await tx.rows(sql`SELECT pg_advisory_xact_lock(hashtext('source.repeats'))`);
  const repeated = await tx.rows<{ id: string }>(
    sql`WITH RECURSIVE down(id) AS (
          SELECT ${citesId}::uuid UNION
          SELECT c.cites_id FROM down JOIN source_citation c ON c.record_id = down.id AND c.retracted_at IS NULL)
        SELECT id FROM down`,
  );
  if (repeated.some((each) => each.id === id))
    throw refusal(field, 'is the source itself, or repeats it; a source cannot repeat itself by any way');
}

function hashOfText(text: string, { contentHash, isHeld }: SourceInput): string {
  if (isHeld === false) throw refusal('isHeld', 'is false, but text is given; leave one of them out');
  const hash = sha256(text);
  if (contentHash != null && hashGiven(contentHash) !== hash)
    throw refusal('contentHash', 'is not that of text; leave it out, it is computed');
  return hash;
}

function hashGiven(hash: string | null | undefined): string | null {
  if (hash == null) return null;
  if (!/^[0-9a-f]{64}$/i.test(hash))
    throw refusal('contentHash', 'takes a SHA-256 in hexadecimal, 64 digits');
  return hash.toLowerCase();
}

export function textRow(tx: Transaction, source: Source, text: string): SourceText {
  return tx.catalog
    .shape(SourceText)
    .create({ id: newId(), recordId: source.id, ordinal: 0, marking: source.marking, text });
}

function refusal(field: string, why: string): DomainError {
  return new DomainError('BAD_USER_INPUT', `${field} ${why}`, { field });
}
