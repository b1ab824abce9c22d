import { DEMO_IDS } from '../../src/features/demo/demo-ids.rule';
import { aClaim, claims, claimsThat, dyad, type Fact, of, some, state } from './fact';

const PASSAGES = 'passages(first: 70) { nodes { quote start end heading claims { statement } } }';

/** A ministry's statement that an article cites: a source of its own, not held. */
const statement = (symbol: 'SRC_MOIQA' | 'SRC_MOIIQ') =>
  `${of('source', symbol, `kind isHeld publisher { id } ${claims}`)} claims(filter: { evidence: { sources: "${DEMO_IDS[symbol]}" } }) { nodes { attributions { referencedSource { id isHeld } } } }`;

const stated = (symbol: 'SRC_MOIQA' | 'SRC_MOIIQ', publisher: string) => ({
  source: { kind: 'OFFICIAL_STATEMENT', isHeld: false, publisher: { id: publisher } },
  claims: { nodes: some({ attributions: [{ referencedSource: { id: DEMO_IDS[symbol], isHeld: false } }] }) },
});

export const SOURCE_FACTS: readonly Fact[] = [
  {
    fact: 74,
    ask: statement('SRC_MOIQA'),
    says: stated('SRC_MOIQA', DEMO_IDS.MOI_QA),
    on: ['SRC_MOIQA.publisher'],
  },
  {
    fact: 75,
    ask: statement('SRC_MOIIQ'),
    says: stated('SRC_MOIIQ', DEMO_IDS.MOI_IQ),
    on: ['SRC_MOIIQ.publisher'],
  },
  {
    fact: 76,
    ask: of('engagement', 'E4', claims),
    says: {
      engagement: aClaim({
        attributions: some({ kind: 'MEDIA', descriptor: 'news sources', speaker: null }),
      }),
    },
    on: ['E4.kind'],
  },
  {
    fact: 77,
    ask: `a: ${of('source', 'SRC_A', PASSAGES)} b: ${of('source', 'SRC_B', PASSAGES)}`,
    says: {
      a: { passages: { nodes: some({ start: 1004, end: 1045, heading: null, claims: [] }) } },
      b: { passages: { nodes: some({ start: 2815, end: 2871, heading: null, claims: [] }) } },
    },
  },
  {
    fact: 78,
    ask: `${of('engagement', 'E1', claimsThat('predicate: CONTEXT'))} ${state('QA', claimsThat('relation: [REFRAMES, CONTRADICTS]'))} allegations: ${claimsThat('modality: ALLEGED')} claimRelations(filter: { kind: [CONTRADICTS, REFRAMES] }) { nodes { kind from { id } to { id } } }`,
    says: {
      claimRelations: {
        nodes: some({ kind: 'CONTRADICTS', from: { id: DEMO_IDS.b26 }, to: { id: DEMO_IDS.a39 } }),
      },
    },
    on: ['transnational-crime', 'QA', 'SA'],
  },
  {
    fact: 80,
    ask: of('source', 'SRC_B', PASSAGES),
    says: { source: { passages: { nodes: some({ quote: expect.stringContaining('diplomatuc') }) } } },
  },
  {
    fact: 81,
    ask: `a: ${of('source', 'SRC_A', `dateline ${claims}`)} b: ${of('source', 'SRC_B', `dateline publisher { id } readings { field value modality } ${claims}`)}`,
    says: {
      a: { dateline: 'Doha, Qatar –' },
      b: {
        dateline: 'Alwaght-',
        publisher: null,
        readings: some({ field: 'publisher', value: 'Alwaght', modality: 'INFERRED' }),
      },
    },
    on: ['SRC_A.dateline', 'SRC_B.dateline'],
  },
  {
    fact: 82,
    ask: `${dyad('predicate: RELATIONSHIP_PHASE')}
      talks: ${of('engagement', 'E2', `when { text edtf } ${claims}`)}
      meeting: ${of('engagement', 'E1', `when { text edtf } ${claims}`)}
      trend: ${claimsThat('predicate: TREND')}
      head: ${of('actor', 'KADHIMI', claimsThat('predicate: CONDUCT'))}
      journey: ${of('engagement', 'E6', `when { text edtf } ${claims}`)}
      sanctions: ${of('contextEvent', 'CX1', `when { text edtf } ${claims}`)}`,
    says: {
      talks: { when: { text: 'in the coming months', edtf: null } },
      meeting: { when: { text: 'this week', edtf: null } },
      trend: { nodes: some({ valid: { text: 'Over the past weeks', edtf: null } }) },
      head: aClaim({ valid: { text: 'In recent months', edtf: null } }),
      journey: { when: { text: 'in early March', edtf: 'XXXX-03' } },
      sanctions: { when: { text: 'in 2017', edtf: '2017/' } },
    },
    on: ['QA', 'E2.when', 'E1.when', 'WESTASIA', 'KADHIMI', 'E6.when', 'CX1.when'],
  },
  {
    fact: 83,
    ask: of(
      'source',
      'SRC_A',
      'passages(hasClaims: false, first: 70) { nodes { quote start end claims { statement } } }',
    ),
    says: { source: { passages: { nodes: some({ start: 4694, end: 4770, claims: [] }) } } },
  },
];
