import sql from 'sql-template-tag';
import type { Change } from '../../platform/change/change';
import type { Transaction } from '../../platform/change/transaction';
import { DomainError } from '../../platform/errors';
import { newId, prefixOf, typeIdOf, uuidOf } from '../../platform/type-id';
import type { Writer } from '../record/commands.service';
import { RECORD_TYPES } from '../record/references.query';
import { type Pair, representatives, wayBetween } from './component.rule';
import { IdentityStatus } from './identity.entity';
import { mergedWith, oneAtATime, recordVerdict, renewSameness, standingOn } from './sameness.projection';

interface Two {
  type: string;
  /** Ids in rising order, each with its place in the input. */
  ids: readonly [id: string, place: number][];
}

/** Verdicts on whether two records are one. Nothing of the records changes: they are told of, and counted otherwise. */
export class IdentityService {
  constructor(
    private readonly change: Change,
    private readonly writer: Writer,
  ) {}

  async decide(
    records: readonly string[],
    status: IdentityStatus,
    reason: string,
    idempotencyKey?: string | null,
  ): Promise<string> {
    const two = twoOf(records);
    if (reason.trim().length < 3 || reason.length > 500)
      throw new DomainError('BAD_USER_INPUT', 'reason has 3 to 500 characters and says why', {
        field: 'reason',
      });
    const command = this.writer.command(
      'decideIdentity',
      { records, status, reason },
      idempotencyKey,
      reason,
    );
    return this.change.run(command, (tx) => decided(tx, two, status, reason));
  }
}

function twoOf(records: readonly string[]): Two {
  const refuse = (message: string) => new DomainError('BAD_USER_INPUT', message, { field: 'records' });
  if (records.length !== 2) throw refuse(`records takes two ids, not ${records.length}`);
  const ids = records.map((id, place): [string, number] => [
    uuidOf(id, RECORD_TYPES, `records.${place}`),
    place,
  ]);
  const [one, other] = records.map(prefixOf);
  if (one !== other) throw refuse(`records takes two of one type, not one of ${one} and one of ${other}`);
  if (ids[0]?.[0] === ids[1]?.[0]) throw refuse('records takes two, and was given one twice');
  return { type: String(one), ids: ids.sort(([a], [b]) => (a < b ? -1 : 1)) };
}

async function decided(
  tx: Transaction,
  { type, ids }: Two,
  status: IdentityStatus,
  reason: string,
): Promise<string> {
  let marking = 0;
  for (const [id, place] of ids) {
    const touch = await tx.open(id, null, 'AMENDED', type).catch((error: unknown) => {
      if (!(error instanceof DomainError) || error.code !== 'NOT_FOUND') throw error;
      throw new DomainError('NOT_FOUND', `records.${place} names no ${type.replaceAll('_', ' ')}`, {
        field: `records.${place}`,
      });
    });
    marking = Math.max(marking, touch.marking);
  }
  const [one, other] = ids.map(([id]) => id) as [string, string];
  if (type === 'actor') await refuseOtherKinds(tx, [one, other]);
  await oneAtATime(tx);
  const former = await standingOn(tx, one, other);
  const identity = newId();
  await recordVerdict(tx, {
    id: identity,
    type,
    one,
    other,
    marking,
    status,
    // What was found holds again once a verdict is taken back.
    score: status === IdentityStatus.CANDIDATE ? (former?.score ?? null) : null,
    reasons: former?.reasons ?? [],
    restsOn: former?.restsOn ?? [],
    reason,
  });
  await refuseContradiction(tx, type, [one, other], status);
  await renewSameness(tx, type, [one, other]);
  const said = (told: string | undefined, of: string) =>
    told === undefined ? null : { record: typeIdOf(type, of), status: told };
  for (const [recordId, of] of [
    [one, other],
    [other, one],
  ] as const)
    tx.tell({
      recordId,
      change: 'IDENTIFIED',
      marking,
      field: 'identity',
      before: said(former?.status, of),
      after: said(status, of),
    });
  return identity;
}

async function refuseOtherKinds(tx: Transaction, ids: readonly string[]): Promise<void> {
  const kinds = await tx.rows<{ kind: string }>(
    sql`SELECT DISTINCT kind FROM actor WHERE id = ANY(${ids}::uuid[]) ORDER BY kind`,
  );
  const [one, other] = kinds.map(({ kind }) => kind.toLowerCase());
  if (other !== undefined)
    throw new DomainError(
      'BAD_USER_INPUT',
      `records takes two actors of one kind: a ${one} and a ${other} cannot be one`,
      { field: 'records' },
    );
}

/**
 * Two that were said to be different may not be one by way of others. Only what the editor sees counts, since a refusal would tell of
 * the rest.
 */
async function refuseContradiction(
  tx: Transaction,
  type: string,
  decidedOn: Pair,
  status: IdentityStatus,
): Promise<void> {
  const { clearance = 4 } = tx.command;
  const merged = await mergedWith(tx, type, decidedOn);
  const seen = merged.members.filter(({ marking }) => marking <= clearance).map(({ id }) => id);
  const countedAs = representatives(seen, merged.pairs);
  const apart = await tx.rows<{ id: string; one_id: string; other_id: string }>(
    sql`SELECT id, one_id, other_id FROM identity WHERE is_latest AND status = 'DIFFERENT' AND marking <= ${clearance}
           AND one_id = ANY(${seen}::uuid[]) AND other_id = ANY(${seen}::uuid[]) ORDER BY id`,
  );
  const broken = apart.find(({ one_id, other_id }) => countedAs.get(one_id) === countedAs.get(other_id));
  if (!broken) return;
  const pairs = merged.pairs.filter((pair) => pair.every((id) => seen.includes(id)));
  const way = wayBetween(broken.one_id, broken.other_id, pairs)?.map((id) => typeIdOf(type, id)) ?? [];
  if (status === IdentityStatus.DIFFERENT)
    throw new DomainError(
      'CONFLICT',
      `They are one by way of others: ${way.join(' = ')}; undo one of these first`,
      { field: 'records' },
    );
  throw new DomainError(
    'CONFLICT',
    `${way[0]} and ${way.at(-1)} were said to be different, and would be one: ${way.join(' = ')}; undo that verdict first`,
    { field: 'records', existingId: typeIdOf('identity', broken.id) },
  );
}
