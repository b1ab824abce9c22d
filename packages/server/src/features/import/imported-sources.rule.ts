import type { Load } from '../../platform/change/load';
import { importedId } from '../../platform/imported-id';
import { OrganizationKind } from '../actor/actor.entity';
import { Source, SourceKind } from '../source/source.entity';
import { EDITIONS, type Edition } from './editions.data';
import { organizationRows } from './imported-actors.rule';
import type { ImportedRows } from './imported-rows.rule';
import { actorId } from './participants.rule';

const CLEAR = 0;
const ADDRESS = /^https?:\/\/(?:[^/?#@]*@)?([^/?#:]+)/i;
const DOMAIN = /^(?=.{3,253}$)[a-z0-9-]+(\.[a-z0-9-]+)+$/;
const LONGEST_ADDRESS = 2_000;
const MOST_REMEMBERED = 20_000;

/** The domain of the outlet that has an address; null where the words are no address. */
export function domainOf(address: string): string | null {
  if (address.length > LONGEST_ADDRESS || /\s/.test(address)) return null;
  const host = ADDRESS.exec(address)?.[1]?.toLowerCase();
  if (host === undefined || !URL.canParse(address)) return null;
  return host.replace(/^www\./, '');
}

export const articleId = (address: string) => importedId('source', 'address', address);

/** The sources that rows of a dataset rest on: the edition they stand in, and the articles they were read from. */
export class ImportedSources {
  readonly #ids = new Map<string, string>();

  constructor(
    private readonly rows: ImportedRows,
    private readonly dataset: string,
  ) {}

  /** The edition of the dataset, which is the source of every claim of its rows. */
  edition(load: Load, version: string | null): string {
    const known: Edition | undefined = EDITIONS[this.dataset];
    if (!known) throw new Error(`the dataset ${this.dataset} has no edition to cite`);
    const { title, publisher, url, rights } = known;
    const id = this.#once(`edition ${version}`, () =>
      importedId('source', 'dataset', this.dataset, version ?? ''),
    );
    const publisherId = this.#once(publisher, () => actorId('ORGANIZATION', publisher));
    // The publisher's name has no source: it stands in none of the rows.
    load.ensure('actor', publisherId, CLEAR, () =>
      organizationRows(this.rows, { id: publisherId, name: publisher, orgKind: null }, null),
    );
    load.ensure('source', id, CLEAR, () => [
      [
        Source,
        this.rows.make(Source, {
          id,
          kind: SourceKind.DATASET_ROW,
          title: version === null ? title : `${title} ${version}`,
          publisherId,
          url,
          rights,
          isHeld: true,
        }),
      ],
    ]);
    return id;
  }

  /** One source an address, however many rows cite it; its domain is an outlet. */
  article(load: Load, address: string, domain: string, published: string | null = null): string {
    const id = articleId(address);
    const outlet = this.#once(domain, () => actorId('ORGANIZATION', domain));
    load.ensure('actor', outlet, CLEAR, () =>
      organizationRows(
        this.rows,
        {
          id: outlet,
          name: domain,
          orgKind: OrganizationKind.MEDIA,
          domain: DOMAIN.test(domain) ? domain : null,
        },
        null,
      ),
    );
    load.ensure('source', id, CLEAR, () => [
      [
        Source,
        this.rows.make(Source, {
          id,
          kind: SourceKind.NEWS_ARTICLE,
          publisherId: outlet,
          url: address,
          published: published === null ? null : this.rows.date(published),
          isHeld: false,
        }),
      ],
    ]);
    return id;
  }

  #once(key: string, make: () => string): string {
    let id = this.#ids.get(key);
    if (id === undefined) {
      id = make();
      if (this.#ids.size < MOST_REMEMBERED) this.#ids.set(key, id);
    }
    return id;
  }
}
