import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { Draft } from '../../platform/change/draft';
import type { Transaction } from '../../platform/change/transaction';
import { DomainError } from '../../platform/errors';
import { newId, uuidOf } from '../../platform/type-id';
import type { PassageInput } from '../record/evidence.input';
import { lookUp } from '../record/evidence-lookup.service';
import { Passage } from './passage.entity';
import { type Cut, stretchOf, type Wording, wordingOf } from './passage.rule';

/** A passage that an input speaks of, the source it must be of, and where in the input it stands. */
export interface PassageRequest {
  sourceId: string;
  input: PassageInput;
  path: string;
}

interface Stretch {
  sourceId: string;
  start: number;
  end: number;
}

/**
 * The ids of passages, in the order asked. Known ones are checked, new ones recorded: the same stretch of a source is the same
 * passage, whoever quotes it. However many there are, they cost the same number of statements.
 */
export async function writePassages(tx: Transaction, requests: readonly PassageRequest[]): Promise<string[]> {
  const known = requests.filter(({ input }) => input.id != null);
  const others = requests.filter(({ input }) => input.id == null);
  const ids = new Map<PassageRequest, string>([
    ...(await knownOnes(tx, known)),
    ...(await newOnes(tx, others)),
  ]);
  return requests.map((request) => String(ids.get(request)));
}

async function knownOnes(
  tx: Transaction,
  requests: readonly PassageRequest[],
): Promise<[PassageRequest, string][]> {
  const { clearance = 4 } = tx.command;
  const ids = requests.map(({ input, path }) => uuidOf(String(input.id), 'passage', `${path}.id`));
  const sources = await lookUp(tx, 'known passages', ids, async (keys) => {
    const rows = await tx.rows<{ id: string; record_id: string }>(
      sql`SELECT id, record_id FROM passage WHERE id = ANY(${[...new Set(keys)]}::uuid[]) AND retracted_at IS NULL AND marking <= ${clearance}`,
    );
    const byId = new Map(rows.map((row) => [row.id, row.record_id]));
    return keys.map((id) => byId.get(id) ?? null);
  });
  return requests.map((request, index) => {
    const field = `${request.path}.id`;
    if (sources[index] == null) throw new DomainError('NOT_FOUND', `${field} names no passage`, { field });
    if (sources[index] !== request.sourceId)
      throw new DomainError(
        'BAD_USER_INPUT',
        `${field} is a passage of another source; give one of this source`,
        {
          field,
        },
      );
    return [request, String(ids[index])];
  });
}

async function newOnes(
  tx: Transaction,
  requests: readonly PassageRequest[],
): Promise<[PassageRequest, string][]> {
  // The source is locked before its passages are looked at: two who quote one stretch at once get one passage.
  for (const sourceId of [...new Set(requests.map((request) => request.sourceId))].sort())
    await tx.open(sourceId, null, 'AMENDED', 'source');
  const stretches = requests.map(({ sourceId, input, path }) => ({ sourceId, ...stretchOf(input, path) }));
  const places = await lookUp(tx, 'stretches', stretches, (keys) => placesOf(tx, keys));
  const written = new Written(tx);
  const found = requests.map((request, index): [PassageRequest, string] => {
    const place = places[index] as Place;
    const wording = wordingOf(request.input, place.cut, request.path);
    return [request, written.passage(stretches[index] as Stretch, place, wording, request).id];
  });
  await written.save();
  return found;
}

/** The ids of a transaction's new passages, by where they stand: records written side by side do not see each other's rows. */
const fresh = new WeakMap<EntityManager, Map<string, string>>();

/** What a list of passages makes of those that are recorded: new ones, and known ones of which more is known now. */
class Written {
  readonly #rows = new Map<string, Passage>();
  readonly #added: Passage[] = [];
  readonly #completed = new Set<Passage>();
  readonly #ids: Map<string, string>;

  constructor(private readonly tx: Transaction) {
    this.#ids = fresh.get(tx.manager) ?? new Map();
    fresh.set(tx.manager, this.#ids);
  }

  passage(stretch: Stretch, place: Place, wording: Wording, { input, path }: PassageRequest): Passage {
    const key = keyOf(stretch);
    const heading = input.heading ?? null;
    const row = this.#rows.get(key) ?? place.standing ?? this.#add(stretch, place, { heading, ...wording });
    this.#rows.set(key, row);
    if (row.quoteHash !== wording.quoteHash)
      throw new DomainError(
        'BAD_USER_INPUT',
        `${path}.quote is not what is recorded at these offsets of the source; compare its passages`,
        { field: `${path}.quote` },
      );
    if ((row.quote === null && wording.quote !== null) || (row.heading === null && heading !== null)) {
      row.quote ??= wording.quote;
      row.heading ??= heading;
      if (!this.#added.includes(row)) this.#completed.add(row);
    }
    return row;
  }

  #add(stretch: Stretch, { marking }: Place, values: Partial<Passage>): Passage {
    const key = keyOf(stretch);
    const id = this.#ids.get(key) ?? newId();
    this.#ids.set(key, id);
    const { sourceId: recordId, start, end } = stretch;
    const row = this.tx.catalog
      .shape(Passage)
      .create({ id, recordId, ordinal: 0, marking, start, end, ...values });
    this.#added.push(row);
    return row;
  }

  async save(): Promise<void> {
    await this.tx.insert(Passage, this.#added);
    // One of many that are written side by side only adds; it says no more of a passage than its hash.
    if (!(this.tx instanceof Draft)) await this.tx.update(Passage, [...this.#completed]);
  }
}

interface Place {
  cut: Cut | null;
  standing: Passage | null;
  marking: number;
}

const keyOf = ({ sourceId, start, end }: Stretch) => `${sourceId} ${start} ${end}`;

async function placesOf(tx: Transaction, stretches: readonly Stretch[]): Promise<Place[]> {
  const cuts = await cutsOf(tx, stretches);
  const rows = await tx.rows<{ at: string; marking: number; passage: string | null }>(
    sql`SELECT n.at, s.marking, p.id AS passage FROM ${columnsOf(stretches)} JOIN source s ON s.id = n.source_id
          LEFT JOIN passage p ON p.record_id = n.source_id AND p.start_offset = n.first AND p.end_offset = n.beyond AND p.retracted_at IS NULL`,
  );
  const ids = rows.flatMap((row) => row.passage ?? []);
  const passages =
    ids.length === 0 ? [] : await tx.all(Passage, sql`SELECT * FROM passage WHERE id = ANY(${ids}::uuid[])`);
  const byId = new Map(passages.map((row) => [row.id, row]));
  const byPlace = new Map(rows.map((row) => [Number(row.at) - 1, row]));
  return stretches.map((_, index) => {
    const row = byPlace.get(index);
    return {
      cut: cuts[index] ?? null,
      standing: byId.get(row?.passage ?? '') ?? null,
      marking: row?.marking ?? 0,
    };
  });
}

function columnsOf(stretches: readonly Stretch[]) {
  return sql`unnest(${stretches.map((each) => each.sourceId)}::uuid[], ${stretches.map((each) => each.start)}::integer[],
                    ${stretches.map((each) => each.end)}::integer[]) WITH ORDINALITY AS n(source_id, first, beyond, at)`;
}

/** What stands in the held texts; null where the text is not held. PostgreSQL counts code points, and the texts stay where they are. */
export async function cutsOf(tx: Transaction, stretches: readonly Stretch[]): Promise<(Cut | null)[]> {
  const rows = await tx.rows<Cut & { at: string }>(
    sql`SELECT n.at, char_length(t.text) AS length, substr(t.text, n.first + 1, n.beyond - n.first) AS quote,
               substr(t.text, greatest(n.first - 31, 1), least(n.first, 32)) AS prefix, substr(t.text, n.beyond + 1, 32) AS suffix
          FROM ${columnsOf(stretches)} JOIN source_text t ON t.record_id = n.source_id AND t.retracted_at IS NULL`,
  );
  const cuts = new Map(
    rows.map(({ at, length, quote, prefix, suffix }) => [Number(at) - 1, { length, quote, prefix, suffix }]),
  );
  return stretches.map((_, index) => cuts.get(index) ?? null);
}
