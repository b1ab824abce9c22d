import type { Load } from '../../platform/change/load';
import { importedId } from '../../platform/imported-id';
import { Agreement } from '../agreement/agreement.entity';
import { Attribution } from '../claim/attribution.entity';
import { Claim } from '../claim/claim.entity';
import { ClaimTarget } from '../claim/claim-target.entity';
import { Engagement } from '../engagement/engagement.entity';
import { cameoLabel } from './cameo.rule';
import type { DatasetWorld, ImportedFact } from './dataset.rule';
import { EDITIONS } from './editions.data';
import type { EventFact } from './event-fact.rule';
import type { Told } from './event-told.rule';
import type { ImportedRows } from './imported-rows.rule';
import { domainOf, type ImportedSources } from './imported-sources.rule';
import { partId } from './part-id.rule';

const CLEAR = 0;
const LONGEST_STATEMENT = 300;
const LONGEST_CITATION = 500;
/** A record, and what an agreement of two parties has. */
const MOST_TARGETS = 5;

/** The evidence: each row is one claim, in the edition of its dataset, as an article is said to tell it. */
export class EventClaims {
  constructor(
    private readonly rows: ImportedRows,
    private readonly sources: ImportedSources,
    private readonly dataset: string,
  ) {}

  write(load: Load, imported: ImportedFact<EventFact>, sourceId: string, told: Told): void {
    const { fact, isChanged } = imported;
    const id = this.#id(imported.externalId);
    load.put('claim', id, CLEAR);
    load.add(
      Claim,
      this.rows.make(Claim, {
        ...{ id, sourceId, clearance: CLEAR, predicate: 'SUPPORTS_RECORD', modality: 'ASSERTED' },
        ...{ polarity: 'POSITIVE', standing: 'NORMAL', statement: this.#statement(imported) },
      }),
      isChanged,
    );
    const { recordId, parts } = told;
    const targets = [{ id: null, type: null }, ...parts];
    for (const [ordinal, part] of targets.entries())
      load.add(
        ClaimTarget,
        this.rows.make(ClaimTarget, {
          ...{ id: partId(id, ordinal), recordId: id, ordinal, role: 'SUBJECT' },
          ...{ targetId: recordId, partId: part.id, partType: part.type },
        }),
        isChanged,
      );
    if (isChanged)
      for (let ordinal = targets.length; ordinal < MOST_TARGETS; ordinal += 1)
        load.retract(ClaimTarget, partId(id, ordinal), id);
    this.#attribute(load, id, fact.article, isChanged);
  }

  /**
   * A row that was imported with other content may have told of another record. What nothing else tells of is withdrawn with it.
   */
  async leave(
    world: DatasetWorld,
    facts: readonly ImportedFact<EventFact>[],
    load: Load,
    written: ReadonlySet<string>,
  ): Promise<void> {
    const claims = facts.filter(({ isChanged }) => isChanged).map(({ externalId }) => this.#id(externalId));
    if (claims.length === 0) return;
    const left = await world.rows<{ id: string; type: string }>(
      `SELECT DISTINCT r.id, r.type FROM claim_target t JOIN record r ON r.id = t.target_id
        WHERE t.record_id = ANY($1) AND t.retracted_at IS NULL
          AND NOT EXISTS (SELECT FROM claim_target o JOIN claim c ON c.id = o.record_id AND c.retracted_at IS NULL
                           WHERE o.target_id = r.id AND o.retracted_at IS NULL AND o.record_id <> ALL($1))`,
      [claims],
    );
    for (const { id, type } of left)
      if (!written.has(id)) {
        load.put(type, id, CLEAR);
        load.retract<object>(type === 'agreement' ? Agreement : Engagement, id, id);
      }
  }

  #attribute(load: Load, claimId: string, article: string | null, isChanged: boolean): void {
    const id = partId(claimId, 0);
    if (article === null) {
      if (isChanged) load.retract(Attribution, id, claimId);
      return;
    }
    const domain = domainOf(article);
    load.add(
      Attribution,
      this.rows.make(Attribution, {
        ...{ id, recordId: claimId, ordinal: 0, order: 1, kind: 'MEDIA' },
        referencedSourceId: domain === null ? null : this.sources.article(load, article, domain),
        descriptor: domain === null ? article.slice(0, LONGEST_CITATION) : null,
      }),
      isChanged,
    );
  }

  #statement({ externalId, fact }: ImportedFact<EventFact>): string {
    const [first, second] = fact.parties.map((party) => party?.wording ?? 'somebody not named');
    const label = cameoLabel(fact.code).replace(', not specified below', '');
    const title = EDITIONS[this.dataset]?.title ?? this.dataset;
    const text = `${title}, row ${externalId}: on ${fact.day}, ${first} – ${label} (CAMEO ${fact.code}) – ${second}.`;
    return text.length <= LONGEST_STATEMENT ? text : `${text.slice(0, LONGEST_STATEMENT - 1)}…`;
  }

  #id(externalId: string): string {
    return importedId('claim', this.dataset, externalId);
  }
}
