import { aClaim, claims, claimsThat, dyad, type Fact, of, some, state, topic } from './fact';

const AGENDA = 'agenda { centrality treatments modality topic { slug } claims { ...Said } }';
const OBSTACLES = claimsThat('predicate: OBSTACLE, topics: "security"');

/** A field of cooperation, on a topic. */
const area = (slug: string) => topic(slug, claimsThat('predicate: COOPERATION_AREA'));

const possible = { topic: aClaim({ predicate: 'COOPERATION_AREA', modality: 'POSSIBLE' }) };

export const TOPIC_FACTS: readonly Fact[] = [
  {
    fact: 34,
    ask: of('engagement', 'E1', AGENDA),
    says: {
      engagement: { agenda: some({ topic: { slug: 'security' }, centrality: 'MAIN', modality: 'ASSERTED' }) },
    },
    on: ['AI1'],
  },
  {
    fact: 35,
    ask: of('engagement', 'E1', AGENDA),
    says: {
      engagement: {
        agenda: some({ topic: { slug: 'border-security' }, centrality: 'MAIN', modality: 'REPORTED' }),
      },
    },
    on: ['AI3'],
  },
  {
    fact: 36,
    ask: of('engagement', 'E1', 'absences { field kind claims { ...Said } }'),
    says: { engagement: { absences: some({ field: 'agenda', kind: 'NOT_DISCLOSED' }) } },
    on: ['E1.agenda'],
  },
  {
    fact: 37,
    ask: of('engagement', 'E1', AGENDA),
    says: {
      engagement: { agenda: some({ topic: { slug: 'security' }, treatments: ['REVIEWED', 'EXPLORED'] }) },
    },
    on: ['AI1.treatments', 'AI1.treatments'],
  },
  {
    fact: 38,
    ask: of('engagement', 'E1', 'commitments { act modality parties { label } claims { ...Said } }'),
    says: {
      engagement: {
        commitments: some({
          act: 'REAFFIRMED',
          modality: 'REPORTED',
          parties: [
            { label: 'Abdullah bin Khalaf bin Hattab Al Kaabi' },
            { label: 'Mohammed Jaafar Al Sadr' },
          ],
        }),
      },
    },
    on: ['CM1'],
  },
  {
    fact: 39,
    ask: `${of('engagement', 'E1', AGENDA)} ${topic('transnational-crime', claimsThat('predicate: CONTEXT'))}`,
    says: {
      engagement: { agenda: some({ topic: { slug: 'regional-developments' }, centrality: 'SECONDARY' }) },
      topic: aClaim({ predicate: 'CONTEXT' }),
    },
    on: ['AI5', 'transnational-crime'],
  },
  {
    fact: 40,
    ask: area('security'),
    says: { topic: aClaim({ predicate: 'COOPERATION_AREA', modality: 'LIKELY' }) },
    on: ['security'],
  },
  { fact: 41, ask: area('information-sharing'), says: possible, on: ['information-sharing'] },
  { fact: 42, ask: area('training'), says: possible, on: ['training'] },
  { fact: 43, ask: area('joint-patrols'), says: possible, on: ['smuggling'] },
  {
    fact: 44,
    ask: state('QA', claimsThat('predicate: CONDUCT, topics: "border-security"')),
    says: { actor: aClaim({ predicate: 'CONDUCT', valid: { text: 'in recent years', edtf: null } }) },
    on: ['QA'],
  },
  {
    fact: 45,
    ask: `${of('engagement', 'E4', AGENDA)} ${topic('finance-trade', `ploverContext parent { slug } ${claims}`)}`,
    says: {
      engagement: { agenda: some({ topic: { slug: 'security' }, centrality: 'MAIN' }) },
      topic: { ploverContext: 'economic', parent: { slug: 'economy' } },
    },
    on: ['AI8', 'finance-trade'],
  },
  {
    fact: 46,
    ask: of(
      'agreement',
      'AG1',
      `status number title form expectedBy { text } parties { status actor { label } } ${claims}`,
    ),
    says: {
      agreement: {
        status: 'ANTICIPATED',
        number: 'SEVERAL',
        title: null,
        form: null,
        expectedBy: null,
        parties: [
          { status: 'PROSPECTIVE', actor: { label: 'Qatar' } },
          { status: 'PROSPECTIVE', actor: { label: 'Iraq' } },
        ],
        ...aClaim({ predicate: 'OBJECTIVE', modality: 'EXPECTED' }),
      },
    },
    on: ['AG1'],
  },
  {
    fact: 47,
    ask: of('agreement', 'AG1', claimsThat('modality: HYPOTHETICAL')),
    says: { agreement: aClaim({ predicate: 'SUPPORTS_RECORD', modality: 'HYPOTHETICAL' }) },
    on: ['AG1'],
  },
  {
    fact: 48,
    ask: of('agreement', 'AG1', OBSTACLES),
    says: { agreement: aClaim({ predicate: 'OBSTACLE', modality: 'POSSIBLE', isOpen: true }) },
    on: ['AG1'],
  },
  {
    fact: 49,
    ask: dyad('predicate: OBSTACLE, topics: "security"'),
    says: aClaim({ predicate: 'OBSTACLE', modality: 'POSSIBLE', isOpen: true }),
    on: ['QA'],
  },
  {
    fact: 50,
    ask: dyad('predicate: CONDITION'),
    says: aClaim({ predicate: 'CONDITION' }),
    on: ['IQ'],
  },
  {
    fact: 51,
    ask: of('agreement', 'AG1', `reports { status } ${claimsThat('predicate: ASSESSMENT')}`),
    says: { agreement: { reports: [], ...aClaim({ predicate: 'ASSESSMENT' }) } },
    on: ['AG1'],
  },
  {
    fact: 52,
    ask: dyad('predicate: ASSESSMENT, speaker: "IQ"'),
    says: aClaim({
      attributions: [
        expect.objectContaining({ order: 1, speaker: { label: 'Qatar' } }),
        expect.objectContaining({ order: 1, speaker: { label: 'Iraq' } }),
      ],
    }),
    on: ['QA'],
  },
];
