import sql, { join, raw } from 'sql-template-tag';
import { DomainError } from '../../platform/errors';
import type { EntityClass } from '../../platform/read/catalog';
import type { CursorSeal } from '../../platform/read/cursor';
import { LARGEST_PAGE, type PageArgs, type PageInfo } from '../../platform/read/page';
import type { Reader } from '../../platform/read/reader';
import type { DomainRecord } from '../record/record.entity';
import { excerptsOf } from './excerpt.rule';
import type { Excerpt, SearchEdge, SearchHit } from './search.entity';
import { type SearchText, textsOf } from './search-text.query';
import { namesWith, type Round, roundsOf, SCORE, wantedIn } from './search-token.rule';
import { wordsOf } from './search-word.rule';

const SHORTEST = 2;
const LONGEST = 200;

/** More are not looked for: whoever wants them says more words. */
const MOST_HITS = 1_000;
/** With fewer hits than these, something else may have been meant. */
const FEW_HITS = 3;
const MOST_SUGGESTIONS = 5;
/** Of a text's words, how many are corrected, each by how many others, and how many names are compared with it then. */
const MOST_CORRECTED = 6;
const MOST_NEAR = 8;
const MOST_COMPARED = 500;

const MARKINGS = ['clear', 'green', 'amber', 'amber_strict', 'red'];

interface Found {
  id: string;
  type: string;
  /** Of 10,000. */
  score: number;
}

export class SearchQuery {
  /** Tables of documents that the reader may read; to others its role has no right. */
  readonly #tables: readonly string[];

  constructor(
    private readonly reader: Reader,
    private readonly seal: CursorSeal,
    private readonly clearance: number,
  ) {
    this.#tables = MARKINGS.slice(0, clearance + 1).map((name) => `search_document_${name}`);
  }

  /** `types` are names of tables; null: all. */
  search(text: string, types: readonly string[] | null, args: PageArgs): SearchPage {
    const length = [...text.trim()].length;
    if (length < SHORTEST || length > LONGEST)
      throw new DomainError(
        'BAD_USER_INPUT',
        `text has ${length} characters; a search takes ${SHORTEST} to ${LONGEST}`,
        { field: 'text' },
      );
    const { folded } = wantedIn(text);
    const list = `search ${this.clearance} ${types === null ? '' : [...new Set(types)].sort().join()} ${folded}`;
    return new SearchPage(this, this.seal, { text, types, list }, args);
  }

  /** The best, and among equals by id. A record that is hidden joins nothing, so it is neither found nor counted. */
  async found(text: string, types: readonly string[] | null): Promise<Found[]> {
    const rounds = roundsOf(wantedIn(text), types);
    const best = new Map<string, Found>();
    for (let at = 0; at < rounds.length && best.size < MOST_HITS; ) {
      const { end, hits } = await this.#round(rounds, at, wantedIn(text).words.length);
      for (const hit of hits) if ((best.get(hit.id)?.score ?? -1) < hit.score) best.set(hit.id, hit);
      at = end;
    }
    return [...best.values()].sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1)).slice(0, MOST_HITS);
  }

  /** Goes on through the rounds until there are enough documents; several of them may be of one record. */
  async #round(
    rounds: readonly Round[],
    begin: number,
    words: number,
  ): Promise<{ end: number; hits: Found[] }> {
    const documents = join(
      this.#tables.map(
        (table) => sql`SELECT record_id, type, size, words FROM ${raw(table)} WHERE words @@ r.query`,
      ),
      ' UNION ALL ',
    );
    const of = <K extends keyof Round>(key: K) => rounds.map((round) => round[key]);
    const rows = await this.reader.rows<{ end: number; id: string | null; type: string; score: number }>(sql`
      WITH RECURSIVE step (at, found, ids, types, scores) AS (
        SELECT ${begin}::integer, 0, NULL::uuid[], NULL::text[], NULL::integer[]
        UNION ALL
        SELECT s.at + 1, s.found + m.count, m.ids, m.types, m.scores
          FROM step s
         CROSS JOIN LATERAL (
           SELECT count(*)::integer AS count, array_agg(d.record_id) AS ids, array_agg(d.type) AS types,
                  array_agg((r.base + r.span * least(1, ${words}::numeric / d.size)
                    + CASE WHEN d.words @@ r.exact THEN ${SCORE.exact}::integer WHEN d.words @@ r.heard THEN ${SCORE.heard}::integer ELSE 0 END)::integer) AS scores
             FROM (SELECT (${of('query')}::tsquery[])[s.at + 1] AS query, (${of('base')}::integer[])[s.at + 1] AS base, (${of('span')}::integer[])[s.at + 1] AS span,
                          (${of('exact')}::tsquery[])[s.at + 1] AS exact, (${of('heard')}::tsquery[])[s.at + 1] AS heard) r
            CROSS JOIN LATERAL (${documents}) d
         ) m
         WHERE s.at < ${rounds.length} AND s.found < ${MOST_HITS}
      ), hit AS (
        SELECT id, type, max(score) AS score
          FROM step CROSS JOIN LATERAL unnest(ids, types, scores) AS u(id, type, score)
         GROUP BY id, type ORDER BY score DESC, id LIMIT ${MOST_HITS}
      )
      SELECT e.end, h.id, h.type, h.score
        FROM (SELECT max(at) AS end FROM step) e
        LEFT JOIN (hit h JOIN record r ON r.id = h.id AND ${this.reader.cleared('record', 'r')}) ON TRUE`);
    const hits = rows.flatMap(({ id, type, score }) => (id === null ? [] : [{ id, type, score }]));
    return { end: rows[0]?.end ?? rounds.length, hits };
  }

  hit({ id, type, score }: Found, text: string): Promise<SearchHit | null> {
    const entity = this.reader.catalog.entity(type) as EntityClass<DomainRecord>;
    return this.reader
      .one(entity, id)
      .then((record) => record && { record, score: score / SCORE.most, text });
  }

  /** Cut from what the reader may see of the record now. */
  async excerpts({ record, text }: SearchHit): Promise<Excerpt[]> {
    const texts = await this.reader.batch<SearchText[]>(
      `search texts ${record.table}`,
      async (ids) => {
        const all = await textsOf((statement) => this.reader.rows(statement), record.table, ids);
        return ids.map((id) => all.filter(({ recordId }) => recordId === id));
      },
      record.id,
    );
    return excerptsOf(text, texts);
  }

  /** Names that are spelled nearly so: each word by the words that names have, then names that have these. */
  async suggestions(text: string, types: readonly string[] | null): Promise<string[]> {
    const { folded, spelled } = wantedIn(text);
    const near = await this.#nearWords(spelled.slice(0, MOST_CORRECTED));
    // Where all words are names' own, nothing is misspelled.
    const isMisspelled = near.some((words) => words.some((word) => !spelled.includes(word)));
    if (!isMisspelled || types?.length === 0) return [];
    const choices = near.map((words) => [...new Set(words.flatMap(wordsOf))]);
    const documents = join(
      this.#tables.map(
        (table) => sql`SELECT record_id, value, folded FROM ${raw(table)} WHERE words @@ q.query`,
      ),
      ' UNION ALL ',
    );
    const rows = await this.reader.rows<{ value: string }>(sql`
      SELECT n.value
        FROM (SELECT d.* FROM unnest(${namesWith(choices, types)}::tsquery[]) AS q(query) CROSS JOIN LATERAL (${documents}) d LIMIT ${MOST_COMPARED}) n
        JOIN record r ON r.id = n.record_id AND ${this.reader.cleared('record', 'r')}
       WHERE n.folded <> ${folded}
       GROUP BY n.value ORDER BY max(similarity(n.folded, ${folded})) DESC, n.value LIMIT ${MOST_SUGGESTIONS}`);
    return rows.map(({ value }) => value);
  }

  /** For each word, those that names have and that are like it; it alone, if it is one of them. */
  async #nearWords(words: readonly string[]): Promise<string[][]> {
    if (words.length === 0) return [];
    const known = join(
      this.#tables.map((table) => {
        const vocabulary = raw(table.replace('document', 'word'));
        return sql`(SELECT v.word FROM ${vocabulary} v WHERE v.word % t.word ORDER BY similarity(v.word, t.word) DESC, v.word LIMIT ${MOST_NEAR})`;
      }),
      ' UNION ',
    );
    const rows = await this.reader.rows<{ at: number; word: string; typed: string }>(sql`
      SELECT t.at::integer AS at, t.word AS typed, k.word
        FROM unnest(${words}::text[]) WITH ORDINALITY AS t(word, at) CROSS JOIN LATERAL (${known}) k
       ORDER BY t.at, similarity(k.word, t.word) DESC, k.word`);
    return words
      .map((word, at) => {
        const near = rows.filter((row) => row.at === at + 1).map((row) => row.word);
        return near.includes(word) ? [word] : near.slice(0, MOST_NEAR);
      })
      .filter((near) => near.length > 0);
  }
}

/** One page of what was found. It is looked for once, and only if something of it is selected. */
export class SearchPage {
  #found: Promise<Found[]> | null = null;
  #edges: Promise<SearchEdge[]> | null = null;

  constructor(
    private readonly query: SearchQuery,
    private readonly seal: CursorSeal,
    private readonly asked: { text: string; types: readonly string[] | null; list: string },
    private readonly args: PageArgs,
  ) {
    const first = this.#first;
    if (first < 0 || first > LARGEST_PAGE)
      throw new DomainError(
        'BAD_USER_INPUT',
        `first must be 0 to ${LARGEST_PAGE}, not ${first}; page on with after`,
        { field: 'first' },
      );
  }

  get nodes(): Promise<SearchHit[]> {
    return this.edges.then((edges) => edges.map(({ node }) => node));
  }

  get edges(): Promise<SearchEdge[]> {
    this.#edges ??= this.#read();
    return this.#edges;
  }

  get pageInfo(): Promise<PageInfo> {
    return Promise.all([this.edges, this.#rest()]).then(([edges, rest]) => ({
      hasNextPage: this.#first > 0 && rest.length > this.#first,
      endCursor: edges.at(-1)?.cursor ?? null,
    }));
  }

  get totalCount(): Promise<number> {
    return this.#all().then((found) => found.length);
  }

  get suggestions(): Promise<string[]> {
    return this.#all().then((found) =>
      found.length < FEW_HITS ? this.query.suggestions(this.asked.text, this.asked.types) : [],
    );
  }

  get #first(): number {
    return this.args.first ?? 20;
  }

  #all(): Promise<Found[]> {
    this.#found ??= this.query.found(this.asked.text, this.asked.types);
    return this.#found;
  }

  /** What follows the cursor. */
  async #rest(): Promise<Found[]> {
    const after = this.args.after == null ? null : this.seal.open(this.asked.list, this.args.after);
    if (this.#first === 0) return [];
    const found = await this.#all();
    if (after === null) return found;
    const score = Number(after.keys[0]);
    return found.filter((each) => each.score < score || (each.score === score && each.id > after.id));
  }

  async #read(): Promise<SearchEdge[]> {
    const page = (await this.#rest()).slice(0, this.#first);
    const hits = await Promise.all(page.map((found) => this.query.hit(found, this.asked.text)));
    return hits.flatMap((node, at) => {
      const { id, score } = page[at] as Found;
      return node ? [{ node, cursor: this.seal.seal(this.asked.list, { keys: [String(score)], id }) }] : [];
    });
  }
}
