import { DEMO_IDS } from '../../src/features/demo/demo-ids.rule';
import { aClaim, claims, claimsThat, type Fact, of, some, topic } from './fact';

const OBJECTIVES = claimsThat('predicate: OBJECTIVE');

export const ENGAGEMENT_FACTS: readonly Fact[] = [
  {
    fact: 1,
    ask: of('engagement', 'E1', `kind status highestLevel ${claims}`),
    says: { engagement: { kind: 'MEETING', status: 'HELD', highestLevel: 'DEPUTY_MINISTER' } },
    on: ['E1.kind'],
  },
  {
    fact: 2,
    ask: of('engagement', 'E1', `place { label resolution country { iso2 } } ${claims}`),
    says: { engagement: { place: { label: 'Doha', resolution: 'CITY', country: { iso2: 'QA' } } } },
    on: ['E1.place'],
  },
  {
    fact: 3,
    ask: of('engagement', 'E1', `venueText venueOrganization { id } ${claims}`),
    says: { engagement: { venueText: 'MOI headquarters', venueOrganization: { id: DEMO_IDS.MOI_QA } } },
    on: ['E1.venueText'],
  },
  {
    fact: 4,
    ask: of('engagement', 'E1', `when { text edtf earliest latest } ${claims}`),
    says: { engagement: { when: { text: 'this week', edtf: null, earliest: null, latest: null } } },
    on: ['E1.when'],
  },
  {
    fact: 5,
    ask: of('engagement', 'E1', `participations { role modality actor { id } claims { ...Said } }`),
    says: {
      engagement: {
        participations: some({ role: 'HOST', modality: 'INFERRED', actor: { id: DEMO_IDS.MOI_QA } }),
      },
    },
    on: ['PT3'],
  },
  {
    fact: 6,
    ask: of('engagement', 'E3', `kind place { label } participations { role actor { id } } ${claims}`),
    says: {
      engagement: {
        kind: 'VISIT',
        place: { label: 'Doha' },
        participations: some({ role: 'VISITOR', actor: { id: DEMO_IDS.QANEMI } }),
      },
    },
    on: ['E3.kind'],
  },
  {
    fact: 7,
    ask: of(
      'engagement',
      'E3',
      `absences { field kind } children(first: 5) { nodes { id sequence ${claims} } }`,
    ),
    says: {
      engagement: {
        absences: some({ field: 'children', kind: 'INCOMPLETE' }),
        children: { nodes: [{ id: DEMO_IDS.E4, sequence: 1 }] },
      },
    },
    on: ['E4.sequence'],
  },
  {
    fact: 8,
    ask: of(
      'engagement',
      'E5',
      `kind series edition names { value kind modality claims { ...Said } } ${claims}`,
    ),
    says: {
      engagement: {
        kind: 'EXHIBITION',
        series: 'International Exhibition of Homeland Security and Civil Defense',
        edition: 13,
        names: some({ value: 'Milipol Qatar security exhibition', kind: 'ALIAS', modality: 'INFERRED' }),
      },
    },
    on: ['E5.edition', 'N26'],
  },
  {
    fact: 9,
    ask: of('engagement', 'E3', `links { kind to { id } claims { ...Said } }`),
    says: { engagement: { links: [{ kind: 'ATTENDS', to: { id: DEMO_IDS.E5 } }] } },
    on: ['EL1'],
  },
  {
    fact: 10,
    ask: of('engagement', 'E3', `participations { role actor { label } claims { ...Said } }`),
    says: {
      engagement: { participations: some({ role: 'INVITER', actor: { label: 'Qatari government' } }) },
    },
    on: ['PT6'],
  },
  {
    fact: 11,
    ask: of('engagement', 'E3', OBJECTIVES),
    says: { engagement: aClaim({ predicate: 'OBJECTIVE', isStated: true }) },
    on: ['E3', 'E3'],
  },
  {
    fact: 12,
    ask: of(
      'engagement',
      'E3',
      `participations { descriptor number actor { id } onBehalfOf { iso2 } claims { ...Said } }`,
    ),
    says: {
      engagement: {
        participations: some({
          descriptor: 'Qatari officials',
          number: 'SEVERAL',
          actor: null,
          onBehalfOf: { iso2: 'QA' },
        }),
      },
    },
    on: ['PT5'],
  },
  {
    fact: 13,
    ask: of(
      'engagement',
      'E6',
      `kind when { text edtf } place { label } links { kind to { id } claims { ...Said } }`,
    ),
    says: {
      engagement: {
        kind: 'VISIT',
        when: { text: 'in early March', edtf: 'XXXX-03' },
        place: { label: 'Saudi Arabia' },
        links: [{ kind: 'EXAMPLE_OF', to: { id: DEMO_IDS.E7 } }],
      },
    },
    on: ['EL2'],
  },
  {
    fact: 14,
    ask: of('engagement', 'E7', `kind number participations { descriptor } ${claims}`),
    says: {
      engagement: {
        kind: 'TALKS',
        number: 'SEVERAL',
        participations: some({ descriptor: 'various countries' }),
      },
    },
    on: ['E7.number'],
  },
  {
    fact: 15,
    ask: claimsThat('predicate: TREND'),
    says: aClaim({ predicate: 'TREND', valid: { text: 'Over the past weeks', edtf: null } }),
    on: ['WESTASIA'],
  },
  {
    fact: 16,
    ask: of('engagement', 'E2', `status number when { text edtf } agenda { agreement { id } } ${claims}`),
    says: {
      engagement: {
        status: 'EXPECTED',
        number: 'SEVERAL',
        when: { text: 'in the coming months', edtf: null },
        agenda: [{ agreement: { id: DEMO_IDS.AG1 } }],
      },
    },
    on: ['E2.status'],
  },
  {
    fact: 17,
    ask: of('engagement', 'E2', `absences { field kind claims { ...Said } }`),
    says: { engagement: { absences: some({ field: 'when', kind: 'NOT_DISCLOSED' }) } },
    on: ['E2.when'],
  },
  {
    fact: 18,
    ask: of('engagement', 'E2', claimsThat('predicate: ASSESSMENT')),
    says: {
      engagement: aClaim({
        attributions: [
          { order: 1, kind: 'OFFICIAL', descriptor: 'officials', speaker: null, referencedSource: null },
        ],
      }),
    },
    on: ['E2'],
  },
  {
    fact: 19,
    ask: of('actor', 'MOI_QA', claimsThat('predicate: CONDUCT')),
    says: { actor: aClaim({ predicate: 'CONDUCT', valid: { text: 'previously', edtf: null } }) },
    on: ['MOI_QA'],
  },
  {
    fact: 20,
    ask: `${of('engagement', 'E1', 'format mode readings { field value modality }')} ${topic('bilateral-relations', claims)}`,
    says: {
      engagement: {
        format: 'BILATERAL',
        mode: null,
        readings: some({ field: 'mode', value: 'IN_PERSON', modality: 'INFERRED' }),
      },
    },
    on: ['bilateral-relations'],
  },
];
