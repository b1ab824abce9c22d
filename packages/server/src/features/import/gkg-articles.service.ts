import type { Load } from '../../platform/change/load';
import type {
  Dataset,
  DatasetRow,
  DatasetWorld,
  DatasetWriter,
  Dialect,
  ImportedFact,
  Reading,
  Refusal,
  Written,
} from './dataset.rule';
import { isDay } from './event-fact.rule';
import { type Header, headerOf } from './header.rule';
import { ImportedRows } from './imported-rows.rule';
import { articleId, domainOf, ImportedSources } from './imported-sources.rule';

/** An article that GDELT's knowledge graph took in. */
export interface ArticleFact {
  address: string;
  /** The domain of its outlet. */
  domain: string;
  /** The day it was taken in, ISO 8601. */
  day: string;
}

const COLUMNS = ['gkgrecordid', 'sqldate', 'src', 'url'] as const;
type Column = (typeof COLUMNS)[number];

/** The graph itself, by its codebook: 27 columns without a header, of which these say what an article is. */
const WHOLE_GRAPH: Header = {
  delimiter: '\t',
  width: 27,
  columns: new Map<Column, number>([
    ['gkgrecordid', 0],
    ['sqldate', 1],
    ['src', 3],
    ['url', 4],
  ]),
};
const GRAPH = /^\d{14}-T?\d+\t\d{14}\t[1-6]\t/;

const DOMAIN = /^[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)+$/u;

function read({ cells }: DatasetRow, { columns, width }: Header): Reading<ArticleFact> {
  const refused = (reason: Refusal, field: Column | null, value: string, message: string) =>
    ({ is: 'REJECTED', reason, field, value, message }) as const;
  if (cells.length !== width)
    return refused(
      'MALFORMED_ROW',
      null,
      cells.join(' ').slice(0, 200),
      `The row has ${cells.length} columns; its header has ${width}`,
    );
  const cell = (column: Column) => {
    const text = cells[columns.get(column) ?? -1]?.trim() ?? '';
    return text === 'NULL' ? '' : text;
  };
  for (const column of ['gkgrecordid', 'url'] as const)
    if (cell(column) === '') return refused('MISSING_VALUE', column, '', `${column} is empty`);
  const date = cell('sqldate');
  const day = date.replace(/^(\d{4})(\d\d)(\d\d)(?:\d{6})?$/, '$1-$2-$3');
  if (!isDay(day)) return refused('BAD_DATE', 'sqldate', date, 'sqldate is a day, such as 20180917');
  const address = cell('url');
  const host = domainOf(address);
  // Sources that are no pages of the web have no address that anybody could follow.
  if (host === null) return { is: 'SKIPPED', code: NO_ADDRESS };
  const named = cell('src').toLowerCase();
  const domain = DOMAIN.test(named) ? named : host;
  return { is: 'FACT', externalId: cell('gkgrecordid'), fact: { address, domain, day } };
}

const NO_ADDRESS = 'no web address';
const MOST_WRITERS = 50_000;

/** Each address is one source, whichever row names it first; a row that names it again adds nothing. */
class ArticleWriter implements DatasetWriter<ArticleFact> {
  readonly #sources: ImportedSources;
  /** Addresses of this run, by the row that wrote them. */
  readonly #writers = new Map<string, string>();

  constructor(private readonly world: DatasetWorld) {
    this.#sources = new ImportedSources(new ImportedRows(world.catalog), 'gkg-articles');
  }

  async write(facts: readonly ImportedFact<ArticleFact>[], load: Load): Promise<Written> {
    const ids = facts.map(({ fact }) => articleId(fact.address)).filter((id) => !this.#writers.has(id));
    const standing = new Set(
      (await this.world.rows<{ id: string }>('SELECT id FROM record WHERE id = ANY($1)', [ids])).map(
        ({ id }) => id,
      ),
    );
    return new Map(facts.map((each) => [each.externalId, this.#one(each, load, standing)]));
  }

  /** A row whose address stands, or will once another row of this run is committed, adds nothing to it. */
  #one({ externalId, fact }: ImportedFact<ArticleFact>, load: Load, standing: ReadonlySet<string>) {
    const id = articleId(fact.address);
    this.#sources.article(load, fact.address, fact.domain, publishedAbout(fact.day));
    const isFirst = (this.#writers.get(id) ?? (standing.has(id) ? null : externalId)) === externalId;
    if (!isFirst) return null;
    this.#writers.set(id, externalId);
    // What was written so long ago is committed, and found standing.
    if (this.#writers.size > MOST_WRITERS)
      for (const oldest of this.#writers.keys()) {
        this.#writers.delete(oldest);
        break;
      }
    return id;
  }
}

/** The day is that of GDELT's quarter of an hour, which its codebook takes for that of publication: about then. */
const publishedAbout = (day: string) => `${day}~`;

export const GKG_ARTICLES: Dataset<ArticleFact> = {
  name: 'gkg-articles',
  title: 'GDELT Global Knowledge Graph, articles',
  dialectOf(head): Dialect<ArticleFact> | null {
    const header = headerOf(head, 'gkgrecordid');
    const isList = header !== null && COLUMNS.every((column) => header.columns.has(column));
    const found = isList ? header : GRAPH.test(head) ? WHOLE_GRAPH : null;
    if (!found) return null;
    const { delimiter, width } = found;
    return {
      name: isList ? `GKG article list, ${width} columns` : `GKG 2.1, ${width} columns`,
      version: isList ? null : '2.1',
      format: { delimiter, isQuoted: delimiter !== '\t', hasHeader: isList },
      read: (row) => read(row, found),
    };
  },
  codeLabel: (code) => (code === NO_ADDRESS ? 'Its source is no page of the web' : null),
  writer: (world) => new ArticleWriter(world),
};
