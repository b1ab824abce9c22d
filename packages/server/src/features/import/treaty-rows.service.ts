import type { Load } from '../../platform/change/load';
import { fold } from '../../platform/fold';
import { importedId } from '../../platform/imported-id';
import type { EntityClass } from '../../platform/read/catalog';
import { AgreementTopic } from '../agreement/agreement-link.entity';
import { AgreementParty } from '../agreement/agreement-party.entity';
import { Attribution } from '../claim/attribution.entity';
import { Claim } from '../claim/claim.entity';
import { ClaimTarget } from '../claim/claim-target.entity';
import {
  AttributionKind,
  Modality,
  Polarity,
  Predicate,
  Standing,
  TargetRole,
} from '../record/claim-terms.entity';
import { Name, NameKind } from '../record/name.entity';
import { SourceKind as Kinds, Source, type SourceKind } from '../source/source.entity';
import { Topic } from '../topic/topic.entity';
import type { DatasetWorld, ImportedFact } from './dataset.rule';
import { ImportedRows } from './imported-rows.rule';
import type { Participant, Participants } from './participants.rule';
import { StateNames } from './state-names.rule';

const CLEAR = 0;
const LONGEST_STATEMENT = 300;
const LONGEST_SLUG = 100;
/** Ordinals are small integers; a longer file begins anew, which only touches the order of parts of one record. */
const ORDINALS = 32_768;

export interface Edition {
  /** Name of the dataset. */
  dataset: string;
  title: string;
  url: string;
  /** Who publishes it, as `Participants` finds it. */
  publisher: string;
  rights: string;
}

/** A part that a row of a file wrote. */
export interface WrittenPart {
  id: string;
  type: string;
}

/** A document that a row refers to, which is not held. */
export interface Document {
  kind: SourceKind;
  url: string;
  title: string | null;
}

/** Rows that both collections of treaties write: parties, topics, and the evidence of each row of the file. */
export class TreatyRows {
  readonly #made: ImportedRows;
  #topics: Promise<Map<string, string>> | null = null;

  constructor(
    readonly world: DatasetWorld,
    private readonly edition: Edition,
    readonly participants: Participants,
  ) {
    this.#made = new ImportedRows(world.catalog);
  }

  id(...key: readonly (string | number)[]): string {
    return importedId(this.edition.dataset, ...key);
  }

  row<T>(entity: EntityClass<T>, values: object): object {
    return this.#made.make(entity, values) as object;
  }

  /** A party of an agreement that was put. */
  party(
    load: Load,
    agreementId: string,
    actor: Participant,
    ordinal: number,
    appliesTo: readonly string[],
    isChanged: boolean,
  ): WrittenPart {
    this.participants.need(load, actor);
    const id = this.id('party', agreementId, actor.id);
    const values = { id, recordId: agreementId, ordinal: ordinalOf(ordinal), actorId: actor.id, appliesTo };
    load.add(AgreementParty, this.row(AgreementParty, values), isChanged);
    return { id, type: 'agreement_party' };
  }

  /** What an agreement is about, by the heading under which the collection lists it. */
  async topic(load: Load, agreementId: string, heading: string, isChanged: boolean): Promise<void> {
    const slug = slugOf(heading);
    if (slug === '') return;
    this.#topics ??= this.#standingTopics();
    const topicId = (await this.#topics).get(slug) ?? importedId('topic', slug);
    load.ensure('topic', topicId, CLEAR, () => [
      [Topic, this.row(Topic, { id: topicId, slug, label: heading })],
      [
        Name,
        this.row(Name, {
          id: importedId('topic name', slug),
          recordId: topicId,
          ordinal: 0,
          value: heading,
          folded: fold(heading),
          kind: NameKind.COMMON,
          language: 'en',
        }),
      ],
    ]);
    const id = this.id('topic', agreementId);
    load.add(
      AgreementTopic,
      this.row(AgreementTopic, { id, recordId: agreementId, ordinal: 0, topicId }),
      isChanged,
    );
  }

  /**
   * The claim of one row of the file on what it wrote, resting on the document it refers to. Parts that a former state of the row wrote,
   * and this one does not, are withdrawn by the caller; the claim no longer points at them.
   */
  claim<F>(
    load: Load,
    { externalId, isChanged }: Pick<ImportedFact<F>, 'externalId' | 'isChanged'>,
    agreementId: string,
    parts: readonly WrittenPart[],
    statement: string,
    document: Document | null,
  ): void {
    const id = this.claimId(externalId);
    load.put('claim', id, CLEAR);
    const claim = {
      id,
      clearance: CLEAR,
      sourceId: this.#source(load),
      predicate: Predicate.SUPPORTS_RECORD,
      statement: cut(statement, LONGEST_STATEMENT),
      modality: Modality.ASSERTED,
      polarity: Polarity.POSITIVE,
      standing: Standing.NORMAL,
    };
    load.add(Claim, this.row(Claim, claim), isChanged);
    const target = { recordId: id, role: TargetRole.SUBJECT, targetId: agreementId };
    const add = (key: string, ordinal: number, rest: object) =>
      load.add(
        ClaimTarget,
        this.row(ClaimTarget, { id: importedId(id, 'target', key), ordinal, ...target, ...rest }),
        isChanged,
      );
    add('record', 0, {});
    parts.forEach((part, index) => {
      add(part.id, ordinalOf(index + 1), { partId: part.id, partType: part.type });
    });
    if (document) this.#rest(load, id, document, isChanged);
  }

  claimId(externalId: string): string {
    return this.id('claim', externalId);
  }

  /** Which part each target of these rows' claims points at: what the rows wrote when they were last imported. */
  async written(
    facts: readonly { externalId: string }[],
  ): Promise<Map<string, { targetId: string; partId: string; partType: string }[]>> {
    const written = new Map<string, { targetId: string; partId: string; partType: string }[]>();
    if (facts.length === 0) return written;
    const rows = await this.world.rows<{ id: string; record_id: string; part_id: string; part_type: string }>(
      `SELECT id, record_id, part_id, part_type FROM claim_target
        WHERE record_id = ANY($1::uuid[]) AND part_id IS NOT NULL AND retracted_at IS NULL`,
      [facts.map(({ externalId }) => this.claimId(externalId))],
    );
    for (const { id, record_id, part_id, part_type } of rows)
      written.set(record_id, [
        ...(written.get(record_id) ?? []),
        { targetId: id, partId: part_id, partType: part_type },
      ]);
    return written;
  }

  #rest(load: Load, claimId: string, { kind, url, title }: Document, isChanged: boolean): void {
    const sourceId = importedId('source', url);
    load.ensure('source', sourceId, CLEAR, () => [
      [Source, this.row(Source, { id: sourceId, kind, url, title, isHeld: false })],
    ]);
    load.add(
      Attribution,
      this.row(Attribution, {
        id: importedId(claimId, 'attribution'),
        recordId: claimId,
        ordinal: 0,
        order: 1,
        kind: AttributionKind.DOCUMENT,
        referencedSourceId: sourceId,
      }),
      isChanged,
    );
  }

  /** The collection itself, from which every row was read. */
  #source(load: Load): string {
    const { title, url, rights } = this.edition;
    const id = this.id('source');
    const publisher = this.participants.find(this.edition.publisher);
    load.ensure('source', id, CLEAR, () => [
      [
        Source,
        this.row(Source, {
          id,
          kind: Kinds.DATASET_ROW,
          title,
          url,
          rights,
          publisherId: publisher.id,
          language: 'en',
          isHeld: false,
        }),
      ],
    ]);
    this.participants.need(load, publisher);
    return id;
  }

  async #standingTopics(): Promise<Map<string, string>> {
    const rows = await this.world.rows<{ id: string; slug: string }>(
      'SELECT id, slug FROM topic WHERE marking = 0 AND retracted_at IS NULL',
    );
    return new Map(rows.map(({ id, slug }) => [slug, id]));
  }
}

export function ordinalOf(number: number): number {
  return number % ORDINALS;
}

export function slugOf(heading: string): string {
  return fold(heading)
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST_SLUG)
    .replace(/^-+|-+$/g, '');
}

function cut(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/** Made once a run, since names are looked up in the database. */
export async function treatyRows(
  world: DatasetWorld,
  edition: Edition,
  participants: (states: StateNames) => Participants,
): Promise<TreatyRows> {
  return new TreatyRows(world, edition, participants(await StateNames.load(world)));
}
