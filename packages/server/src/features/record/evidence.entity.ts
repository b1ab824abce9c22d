import { registerEnumType } from 'type-graphql';

export enum Reliability {
  A = 'A',
  B = 'B',
  C = 'C',
  D = 'D',
  E = 'E',
  F = 'F',
}

registerEnumType(Reliability, {
  name: 'Reliability',
  description: 'Admiralty code of a source, the best first.',
  valuesConfig: {
    A: { description: 'Completely reliable.' },
    B: { description: 'Usually reliable.' },
    C: { description: 'Fairly reliable.' },
    D: { description: 'Not usually reliable.' },
    E: { description: 'Unreliable.' },
    F: { description: 'Cannot be judged.' },
  },
});

export enum Affiliation {
  STATE_OWNED = 'STATE_OWNED',
  STATE_AFFILIATED = 'STATE_AFFILIATED',
  INDEPENDENT = 'INDEPENDENT',
}

registerEnumType(Affiliation, {
  name: 'Affiliation',
  description: 'Whose outlet it is.',
  valuesConfig: {
    STATE_OWNED: { description: 'Owned by a state.' },
    STATE_AFFILIATED: { description: 'Close to a state, not owned by one.' },
    INDEPENDENT: { description: 'Neither.' },
  },
});
