import { aClaim, claims, claimsThat, dyad, type Fact, of, some, state } from './fact';

const OBJECTIVES = claimsThat('predicate: OBJECTIVE');

export const MOTIVE_FACTS: readonly Fact[] = [
  {
    fact: 53,
    ask: of('engagement', 'E3', OBJECTIVES),
    says: { engagement: aClaim({ predicate: 'OBJECTIVE', isStated: false }) },
    on: ['IQ'],
  },
  {
    fact: 54,
    ask: state('QA', OBJECTIVES),
    says: {
      actor: aClaim({
        priority: 1,
        targets: expect.arrayContaining([
          expect.objectContaining({ role: 'AGAINST', record: expect.objectContaining({ iso2: 'SA' }) }),
          expect.objectContaining({ role: 'AGAINST', record: expect.objectContaining({ iso2: 'AE' }) }),
        ]),
      }),
    },
    on: ['QA'],
  },
  {
    fact: 55,
    ask: state('TR', OBJECTIVES),
    says: { actor: aClaim({ modality: 'POSSIBLE', targets: some({ role: 'BENEFICIARY' }) }) },
    on: ['TR'],
  },
  {
    fact: 56,
    ask: claimsThat('predicate: OBJECTIVE, subject: "IQ", topics: "counter-terrorism"'),
    says: aClaim({ predicate: 'OBJECTIVE', isStated: false }),
    on: ['IQ'],
  },
  {
    fact: 57,
    ask: of(
      'engagement',
      'E3',
      `${OBJECTIVES} rivals: claims(filter: { relation: CONTRADICTS }) { nodes { relations { kind to { statement } } } }`,
    ),
    says: {
      engagement: {
        ...aClaim({ modality: 'LIKELY' }),
        rivals: { nodes: some({ relations: some({ kind: 'CONTRADICTS' }) }) },
      },
    },
    on: ['E3', 'E3'],
  },
  {
    fact: 58,
    ask: claimsThat('predicate: OBJECTIVE, subject: "QA", isStated: false'),
    says: aClaim({ predicate: 'OBJECTIVE', modality: 'ASSERTED' }),
    on: ['QA'],
  },
  {
    fact: 59,
    ask: `iraq: ${state('IQ', claimsThat('predicate: ROLE'))} qatar: ${state('QA', claimsThat('predicate: ROLE'))}`,
    says: {
      iraq: aClaim({ value: 'MEDIATOR', direction: 'RISING' }),
      qatar: aClaim({ value: 'MEDIATOR', direction: 'RISING' }),
    },
    on: ['IQ', 'QA'],
  },
  {
    fact: 60,
    ask: dyad('predicate: RELATIONSHIP_PHASE, value: "STRAINED"'),
    says: aClaim({ value: 'STRAINED', valid: { text: 'previous periods', edtf: null } }),
    on: ['QA'],
  },
  {
    fact: 61,
    ask: dyad('predicate: RELATIONSHIP_PHASE, direction: RISING'),
    says: aClaim({ direction: 'RISING', valid: { text: 'in recent years', edtf: null } }),
    on: ['IQ', 'IQ'],
  },
  {
    fact: 62,
    ask: dyad('predicate: CAUSE'),
    says: aClaim({ predicate: 'CAUSE', modality: 'REPORTED' }),
    on: ['QA'],
  },
  {
    fact: 63,
    ask: of(
      'contextEvent',
      'CX2',
      `kind isMeasure when { text edtf earliest latest } actors { role actor { label } } ${claims}`,
    ),
    says: {
      contextEvent: {
        kind: 'BLOCKADE',
        isMeasure: true,
        when: { text: 'in 2017', edtf: '2017/', earliest: '2017-01-01', latest: null },
        actors: [
          { role: 'IMPOSER', actor: { label: 'four Arab countries' } },
          { role: 'TARGET', actor: { label: 'Qatar' } },
        ],
      },
    },
    on: ['CX2.when'],
  },
  {
    fact: 64,
    ask: `${of('contextEvent', 'CX1', claimsThat('predicate: CONDUCT'))} ${state('QA', `rivalry: claims(filter: { value: "RIVALRY" }) { nodes { predicate } }`)}`,
    says: {
      contextEvent: aClaim({ targets: some({ role: 'AGAINST' }) }),
      actor: { rivalry: { nodes: [{ predicate: 'RELATIONSHIP_PHASE' }] } },
    },
    on: ['QA'],
  },
  {
    fact: 65,
    ask: claimsThat('predicate: CONDUCT, subject: "AE", modality: ASSERTED'),
    says: aClaim({ targets: some({ role: 'OBJECT', record: expect.objectContaining({ iso2: 'IQ' }) }) }),
    on: ['AE'],
  },
  {
    fact: 66,
    ask: of('contextEvent', 'CX3', `kind when { text edtf } ${claimsThat('modality: ALLEGED')}`),
    says: {
      contextEvent: {
        kind: 'PROTESTS',
        when: { text: 'started in 2019', edtf: '2019/' },
        ...aClaim({ predicate: 'CONDUCT', modality: 'ALLEGED', attributions: [] }),
      },
    },
    on: ['CX3'],
  },
  {
    fact: 67,
    ask: claimsThat('modality: ALLEGED'),
    says: aClaim({
      targets: some({ role: 'SUBJECT', descriptor: 'some Arab countries', record: null }),
      attributions: some({ kind: 'DOCUMENT', descriptor: 'many reports and documents', speaker: null }),
    }),
    on: ['ISIS'],
  },
  {
    fact: 68,
    ask: claimsThat('modality: ALLEGED'),
    says: aClaim({
      valid: { text: 'mainly after 2003', edtf: '2003/' },
      attributions: some({ kind: 'DOCUMENT', descriptor: 'security reports' }),
    }),
    on: ['GULF_B'],
  },
  {
    fact: 69,
    ask: dyad('predicate: ASSESSMENT'),
    says: aClaim({ attributions: some({ kind: 'OTHER', descriptor: 'other regional actors' }) }),
    on: ['QA'],
  },
  {
    fact: 70,
    ask: claimsThat('predicate: TREND, topics: "security"'),
    says: aClaim({ predicate: 'TREND' }),
    on: ['GULF_A'],
  },
  {
    fact: 71,
    ask: `contextEvents { nodes { kind when { text edtf } actors { role actor { label } } ${claims} } }`,
    says: {
      contextEvents: {
        nodes: expect.arrayContaining([
          expect.objectContaining({ kind: 'EPIDEMIC', when: null, actors: [] }),
          expect.objectContaining({
            kind: 'ECONOMIC_CRISIS',
            when: { text: 'in recent years', edtf: null },
            actors: [{ role: 'AFFECTED', actor: { label: 'Iraq' } }],
          }),
        ]),
      },
    },
    on: ['CX4', 'CX5'],
  },
  {
    fact: 72,
    ask: of('actor', 'GOV_IQ', claimsThat('predicate: CONDUCT')),
    says: { actor: aClaim({ predicate: 'CONDUCT', valid: { text: 'Over the past months', edtf: null } }) },
    on: ['GOV_IQ'],
  },
  {
    fact: 73,
    ask: `${dyad('predicate: CAUSE')} ${of('actor', 'GOV_IQ', claimsThat('predicate: ASSESSMENT'))}`,
    says: {
      ...aClaim({ attributions: some({ kind: 'ANALYST', descriptor: 'analysts' }) }),
      actor: aClaim({ predicate: 'ASSESSMENT', modality: 'LIKELY', attributions: [] }),
    },
    on: ['QA', 'GOV_IQ'],
  },
];
