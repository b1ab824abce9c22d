import type { FuzzyDateInput } from '../../platform/fuzzy-date/fuzzy-date';
import type { ContextEventKind, ContextEventRole } from '../context-event/context-event.entity';
import type { Centrality, Treatment } from '../engagement/agenda-item.entity';
import type { EngagementKind, EngagementStatus } from '../engagement/engagement.entity';
import type { EngagementLinkKind } from '../engagement/engagement-link.entity';
import type { ParticipationRole } from '../engagement/participation.entity';

interface ParticipationEntry {
  role: `${ParticipationRole}`;
  actor?: string;
  /** The office held then; its holder takes part. */
  tenure?: string;
  unnamed?: string;
  isSeveral?: boolean;
  onBehalfOf?: string;
}

interface AgendaEntry {
  topic?: string;
  agreement?: string;
  centrality?: `${Centrality}`;
  treatments?: readonly `${Treatment}`[];
}

interface EngagementEntry {
  kind: `${EngagementKind}`;
  status: `${EngagementStatus}`;
  isSeveral?: boolean;
  when?: FuzzyDateInput;
  place?: string;
  venueText?: string;
  venueOrganization?: string;
  parent?: string;
  sequence?: number;
  series?: string;
  edition?: number;
  participations?: Readonly<Record<string, ParticipationEntry>>;
  agenda?: Readonly<Record<string, AgendaEntry>>;
  links?: Readonly<Record<string, { kind: `${EngagementLinkKind}`; to: string }>>;
}

/** What is only inferred (that E1 was in person, that E3 fell in about March 2021) stands on claims, not here. */
export const ENGAGEMENTS: Readonly<Record<string, EngagementEntry>> = {
  E1: {
    kind: 'MEETING',
    status: 'HELD',
    when: { text: 'this week' },
    place: 'DOHA',
    venueText: 'MOI headquarters',
    venueOrganization: 'MOI_QA',
    participations: {
      PT1: { role: 'PARTICIPANT', tenure: 'T1' },
      PT2: { role: 'PARTICIPANT', tenure: 'T2' },
      PT3: { role: 'HOST', actor: 'MOI_QA' },
    },
    agenda: {
      AI1: { topic: 'security', centrality: 'MAIN', treatments: ['REVIEWED', 'EXPLORED'] },
      AI2: { topic: 'counter-terrorism', centrality: 'MAIN' },
      AI3: { topic: 'border-security', centrality: 'MAIN' },
      AI4: { topic: 'training', centrality: 'MAIN' },
      AI5: { topic: 'regional-developments', centrality: 'SECONDARY' },
      AI6: { topic: 'intl-counter-terrorism', centrality: 'SECONDARY' },
    },
  },
  E2: {
    kind: 'TALKS',
    status: 'EXPECTED',
    isSeveral: true,
    when: { text: 'in the coming months' },
    participations: {
      PT13: { role: 'PARTICIPANT', actor: 'QA' },
      PT14: { role: 'PARTICIPANT', actor: 'IQ' },
    },
    agenda: { AI9: { agreement: 'AG1' } },
  },
  E3: {
    kind: 'VISIT',
    status: 'HELD',
    place: 'DOHA',
    participations: {
      PT4: { role: 'VISITOR', tenure: 'T3' },
      PT5: { role: 'PARTICIPANT', unnamed: 'Qatari officials', isSeveral: true, onBehalfOf: 'QA' },
      PT6: { role: 'INVITER', actor: 'GOV_QA' },
      PT7: { role: 'SENDER', tenure: 'T6' },
    },
    links: { EL1: { kind: 'ATTENDS', to: 'E5' } },
  },
  E4: {
    kind: 'MEETING',
    status: 'HELD',
    parent: 'E3',
    sequence: 1,
    participations: {
      PT8: { role: 'PARTICIPANT', tenure: 'T3' },
      PT9: { role: 'PARTICIPANT', tenure: 'T4' },
    },
    agenda: {
      AI7: { topic: 'bilateral-relations' },
      AI8: { topic: 'security', centrality: 'MAIN' },
    },
  },
  E5: {
    kind: 'EXHIBITION',
    status: 'UNCONFIRMED',
    series: 'International Exhibition of Homeland Security and Civil Defense',
    edition: 13,
  },
  E6: {
    kind: 'VISIT',
    status: 'HELD',
    when: { text: 'in early March', edtf: 'XXXX-03' },
    place: 'KSA',
    participations: { PT10: { role: 'VISITOR', tenure: 'T5' } },
    links: { EL2: { kind: 'EXAMPLE_OF', to: 'E7' } },
  },
  E7: {
    kind: 'TALKS',
    status: 'HELD',
    isSeveral: true,
    when: { text: 'In recent months' },
    participations: {
      PT11: { role: 'PARTICIPANT', actor: 'GOV_IQ' },
      PT12: { role: 'PARTICIPANT', unnamed: 'various countries', isSeveral: true },
    },
    agenda: { AI10: { topic: 'investment-aid' } },
  },
};

/** One row for agreements whose number no source gives. */
export const AGREEMENTS: Readonly<
  Record<string, { isSeveral: boolean; parties: Readonly<Record<string, string>> }>
> = {
  AG1: { isSeveral: true, parties: { AP1: 'QA', AP2: 'IQ' } },
};

export const COMMITMENTS = {
  CM1: {
    record: 'E1',
    act: 'REAFFIRMED',
    statement: 'To work together on the challenges that were discussed, for a peaceful and secure region.',
    parties: { CP1: 'KAABI', CP2: 'SADR' },
  },
} as const;

interface ContextEventEntry {
  kind: `${ContextEventKind}`;
  when?: FuzzyDateInput;
  actors?: Readonly<Record<string, { actor: string; role: `${ContextEventRole}` }>>;
}

export const CONTEXT_EVENTS: Readonly<Record<string, ContextEventEntry>> = {
  CX1: {
    kind: 'SANCTIONS',
    when: { text: 'in 2017', edtf: '2017/' },
    actors: { XA1: { actor: 'G4', role: 'IMPOSER' }, XA2: { actor: 'QA', role: 'TARGET' } },
  },
  CX2: {
    kind: 'BLOCKADE',
    when: { text: 'in 2017', edtf: '2017/' },
    actors: { XA3: { actor: 'G4', role: 'IMPOSER' }, XA4: { actor: 'QA', role: 'TARGET' } },
  },
  CX3: {
    kind: 'PROTESTS',
    when: { text: 'started in 2019', edtf: '2019/' },
    actors: { XA5: { actor: 'IQ', role: 'AFFECTED' } },
  },
  CX4: { kind: 'EPIDEMIC' },
  CX5: {
    kind: 'ECONOMIC_CRISIS',
    when: { text: 'in recent years' },
    actors: { XA6: { actor: 'IQ', role: 'AFFECTED' } },
  },
};
