import type { Load } from '../../platform/change/load';
import { CAMEO_MEANINGS } from './cameo-meaning.data';
import type { DatasetWorld, DatasetWriter, ImportedFact, Oddity, Written } from './dataset.rule';
import { EventAgreements } from './event-agreement.service';
import { EventClaims } from './event-claim.service';
import { EventEngagements } from './event-engagement.service';
import type { EventFact } from './event-fact.rule';
import { foundParty } from './event-party.rule';
import { ImportedActors } from './imported-actors.rule';
import { ImportedRows } from './imported-rows.rule';
import { ImportedSources } from './imported-sources.rule';
import { StateNames } from './state-names.rule';

/** Makes engagements and agreements of what rows of event data say, each row being a claim of its own. */
export class EventWriter implements DatasetWriter<EventFact> {
  readonly #rows: ImportedRows;
  readonly #sources: ImportedSources;
  readonly #engagements: EventEngagements;
  readonly #agreements: EventAgreements;
  readonly #claims: EventClaims;
  #actors: Promise<ImportedActors> | null = null;

  constructor(
    private readonly world: DatasetWorld,
    dataset: string,
  ) {
    this.#rows = new ImportedRows(world.catalog);
    this.#sources = new ImportedSources(this.#rows, dataset);
    this.#engagements = new EventEngagements(this.#rows, dataset);
    this.#agreements = new EventAgreements(this.#rows, dataset);
    this.#claims = new EventClaims(this.#rows, this.#sources, dataset);
  }

  async write(
    facts: readonly ImportedFact<EventFact>[],
    load: Load,
    odd: (line: number, oddity: Oddity) => void,
  ): Promise<Written> {
    this.#actors ??= StateNames.load(this.world).then(
      (names) => new ImportedActors(this.#rows, this.world.catalog, names),
    );
    const actors = await this.#actors;
    const visits = this.#engagements.inOneLoad();
    const written = new Map<string, string>();
    for (const fact of facts)
      written.set(
        fact.externalId,
        this.#one(fact, actors, load, visits, (oddity) => odd(fact.line, oddity)),
      );
    await this.#claims.leave(this.world, facts, load, new Set(written.values()));
    return written;
  }

  #one(
    imported: ImportedFact<EventFact>,
    actors: ImportedActors,
    load: Load,
    visits: ReturnType<EventEngagements['inOneLoad']>,
    odd: (oddity: Oddity) => void,
  ): string {
    const { fact } = imported;
    const meaning = CAMEO_MEANINGS.get(fact.code);
    if (!meaning) throw new Error(`the code ${fact.code} has no meaning, so that its row should be skipped`);
    const sourceId = this.#sources.edition(load, fact.edition);
    const [first, second] = fact.parties.map((party) =>
      party === null ? null : foundParty(actors, load, party, sourceId, odd),
    );
    const parties = [first ?? null, second ?? null] as const;
    const told =
      meaning.record === 'AGREEMENT'
        ? this.#agreements.write(load, imported, parties, odd)
        : this.#engagements.write(load, imported, meaning, parties, visits, (place) =>
            actors.place(load, place, sourceId),
          );
    this.#claims.write(load, imported, sourceId, told);
    return told.recordId;
  }
}
