import type { Load } from '../../platform/change/load';
import { importedId } from '../../platform/imported-id';
import { CAMEO_VERSION } from '../engagement/cameo.data';
import { Engagement, EngagementKind, EngagementStatus } from '../engagement/engagement.entity';
import { Code, CodeScheme } from '../engagement/engagement-code.entity';
import { Participation, ParticipationRole } from '../engagement/participation.entity';
import { type CameoMeaning, PLOVER_VERSION, ploverOf } from './cameo-meaning.data';
import type { ImportedFact } from './dataset.rule';
import type { EventFact, EventPlace } from './event-fact.rule';
import type { FoundParty } from './event-party.rule';
import type { Told } from './event-told.rule';
import type { ImportedRows } from './imported-rows.rule';
import { partId } from './part-id.rule';

const CLEAR = 0;
/** `Host a visit`, of which the other half is `Make a visit`. */
const HOSTING = '043';

type EngagementMeaning = Extract<CameoMeaning, { record: 'ENGAGEMENT' }>;
type Parties = readonly [FoundParty | null, FoundParty | null];

/** Visits that a load has already. */
type VisitsOfLoad = Set<string>;

export class EventEngagements {
  constructor(
    private readonly rows: ImportedRows,
    private readonly dataset: string,
  ) {}

  inOneLoad(): VisitsOfLoad {
    return new Set();
  }

  write(
    load: Load,
    { externalId, fact, isChanged }: ImportedFact<EventFact>,
    meaning: EngagementMeaning,
    parties: Parties,
    visits: VisitsOfLoad,
    placeOf: (place: EventPlace) => string,
  ): Told {
    const visitId = meaning.kind === EngagementKind.VISIT ? this.#visitId(fact, meaning, parties) : null;
    const id = visitId ?? importedId('engagement', this.dataset, externalId);
    const isExpected = meaning.status === EngagementStatus.EXPECTED;
    const placeId = fact.place === null || isExpected ? null : placeOf(fact.place);
    // The row that comes first says where, however rows are shared out among loads.
    if (!visits.has(id)) {
      const { kind, status, mode } = meaning;
      const engagement = this.rows.make(Engagement, {
        ...{ id, kind, status, mode, number: 'ONE', placeId },
        when: this.rows.date(isExpected ? `${fact.day}/` : fact.day),
      });
      load.put('engagement', id, CLEAR);
      load.add(Engagement, engagement, isChanged);
      if (visitId !== null) visits.add(id);
    }
    this.#addCodes(load, id, fact.code, visitId !== null, isChanged);
    return {
      recordId: id,
      type: 'engagement',
      parts: this.#participations(load, id, meaning, parties, isChanged),
    };
  }

  /**
   * One visit is told of twice where one row has it from the visitor's side and another from the host's. So it goes by its day, its
   * visitor and its host, and a row alone makes the same visit as both. Whom words alone stand for may be many: then the rows have to
   * be of one article. Where one side is missing, or both are the same, nothing can be matched, and the row stands by itself.
   */
  #visitId(fact: EventFact, { roles }: EngagementMeaning, parties: Parties): string | null {
    const [first, second] = parties;
    if (first === null || second === null || first.key === second.key) return null;
    const [visitor, host] = roles[0] === ParticipationRole.VISITOR ? [first, second] : [second, first];
    const article = first.isSomebody && second.isSomebody ? '' : (fact.article ?? '');
    return importedId('visit', this.dataset, fact.day, visitor.key, host.key, article);
  }

  /** A row that changed may have another code; one visit may have two, of two rows. */
  #addCodes(load: Load, recordId: string, cameo: string, isShared: boolean, isChanged: boolean): void {
    const add = (scheme: CodeScheme, code: string, version: string, ordinal: number) =>
      load.add(
        Code,
        this.rows.make(Code, { id: partId(recordId, ordinal), recordId, ordinal, scheme, code, version }),
        isChanged,
      );
    const plover = ploverOf(cameo);
    if (plover !== null) add(CodeScheme.PLOVER, plover, PLOVER_VERSION, 1);
    add(CodeScheme.CAMEO, cameo, CAMEO_VERSION, isShared && cameo === HOSTING ? 2 : 0);
  }

  #participations(
    load: Load,
    recordId: string,
    { kind, roles }: EngagementMeaning,
    parties: Parties,
    isChanged: boolean,
  ): Told['parts'] {
    const parts: Told['parts'][number][] = [];
    for (const [index, party] of parties.entries()) {
      const role = roles[index as 0 | 1];
      // Of a visit either row gives the visitor the first place.
      const ordinal = kind === EngagementKind.VISIT ? Number(role === ParticipationRole.HOST) : index;
      const id = partId(recordId, ordinal);
      if (party === null) {
        if (isChanged) load.retract(Participation, id, recordId);
        continue;
      }
      const { actorId, tenureId, onBehalfOfId, level, isSeveral, wording } = party;
      load.add(
        Participation,
        this.rows.make(Participation, {
          ...{ id, recordId, ordinal, role, actorId, tenureId, onBehalfOfId, level },
          descriptor: actorId === null ? wording : null,
          number: isSeveral ? 'SEVERAL' : 'ONE',
        }),
        isChanged,
      );
      parts.push({ id, type: 'participation' });
    }
    return parts;
  }
}
