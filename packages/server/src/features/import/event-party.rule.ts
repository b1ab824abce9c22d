import type { Load } from '../../platform/change/load';
import type { Level } from '../actor/position.entity';
import type { Oddity } from './dataset.rule';
import type { EventParty } from './event-fact.rule';
import type { ImportedActors } from './imported-actors.rule';

/** One of the two of a row, as records have it. */
export interface FoundParty {
  wording: string;
  actorId: string | null;
  tenureId: string | null;
  onBehalfOfId: string | null;
  level: Level | null;
  isSeveral: boolean;
  /** The state it is, acts for or is an office of. */
  stateId: string | null;
  /** What it is told apart by. */
  key: string;
  /** Whether that is somebody, and not only words that may stand for many. */
  isSomebody: boolean;
}

const NOBODY = {
  actorId: null,
  tenureId: null,
  onBehalfOfId: null,
  level: null,
  isSeveral: false,
  stateId: null,
  isSomebody: false,
};

/** Finds whom a row means, and sees to it that the record is there. Whoever cannot be told is kept in the words of the row. */
export function foundParty(
  actors: ImportedActors,
  load: Load,
  { wording, who }: EventParty,
  sourceId: string,
  odd: (oddity: Oddity) => void,
): FoundParty {
  const unnamed = { ...NOBODY, wording, key: `words ${wording}` };
  const actor = (actorId: string, stateId: string | null = null): FoundParty => ({
    ...unnamed,
    actorId,
    stateId,
    key: actorId,
    isSomebody: true,
  });
  switch (who.is) {
    case 'STATE': {
      const stateId = actors.state(load, who.state);
      if (stateId !== null) return actor(stateId, stateId);
      odd({ kind: 'state', value: `${who.state.value} (${wording})` });
      return unnamed;
    }
    case 'NAME': {
      const stateId = actors.state(load, { by: 'NAME', value: wording });
      if (stateId !== null) return actor(stateId, stateId);
      // A single word may be anybody: a person by the family name, a party, a company, a people.
      if (who.else.is === 'PERSON' && !/\s/.test(wording)) odd({ kind: 'participant', value: wording });
      return who.else.is === 'PERSON'
        ? actor(actors.person(load, wording, sourceId))
        : actor(
            actors.organization(load, { name: wording, orgKind: who.else.orgKind, stateId: null }, sourceId),
          );
    }
    case 'ORGANIZATION': {
      const stateId = who.state === null ? null : actors.state(load, who.state);
      if (who.state !== null && stateId === null) odd({ kind: 'state', value: who.state.value });
      return actor(
        actors.organization(load, { name: who.name, orgKind: who.orgKind, stateId }, sourceId),
        stateId,
      );
    }
    case 'OFFICE': {
      const stateId = actors.state(load, who.state);
      if (stateId === null) {
        odd({ kind: 'state', value: who.state.value });
        return unnamed;
      }
      const { tenureId } = actors.office(load, { title: who.title, level: who.level, stateId }, wording);
      return { ...unnamed, tenureId, stateId, key: tenureId, isSomebody: true };
    }
    case 'UNNAMED': {
      const stateId = who.onBehalfOf === null ? null : actors.state(load, who.onBehalfOf);
      if (who.onBehalfOf !== null && stateId === null) odd({ kind: 'state', value: who.onBehalfOf.value });
      const { level, isSeveral } = who;
      const isSomebody = stateId !== null;
      return {
        ...unnamed,
        ...{ level, isSeveral, onBehalfOfId: stateId, stateId, isSomebody },
        key: `${stateId ?? ''} ${unnamed.key}`,
      };
    }
  }
}
