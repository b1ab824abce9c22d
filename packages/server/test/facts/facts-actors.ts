import { DEMO_IDS, demoId } from '../../src/features/demo/demo-ids.rule';
import { typeIdOf } from '../../src/platform/type-id';
import { claims, type Fact, of, some, state } from './fact';

const NAMES = 'names { value kind claims { ...Said } }';
const id = (table: string, symbol: string) => typeIdOf(table, demoId(symbol));
const actor = (symbol: string, selection: string) => `actor(ref: "${id('actor', symbol)}") { ${selection} }`;
const place = (symbol: string, selection: string) => `place(id: "${id('place', symbol)}") { ${selection} }`;
const named = (value: string, kind: string) => ({ names: some({ value, kind }) });

export const ACTOR_FACTS: readonly Fact[] = [
  {
    fact: 21,
    ask: of(
      'engagement',
      'E1',
      `participations { actor { label } tenure { claims { ...Said } position { title level organization { id state { iso2 } } } } }`,
    ),
    says: {
      engagement: {
        participations: some({
          actor: { label: 'Abdullah bin Khalaf bin Hattab Al Kaabi' },
          tenure: expect.objectContaining({
            position: {
              title: 'Undersecretary',
              level: 'DEPUTY_MINISTER',
              organization: { id: DEMO_IDS.MOI_QA, state: { iso2: 'QA' } },
            },
          }),
        }),
      },
    },
    on: ['T1'],
  },
  {
    fact: 22,
    ask: `position(id: "${id('position', 'P2')}") { title level state { iso2 } accreditedTo { ... on State { iso2 } } ${claims} }`,
    says: {
      position: {
        title: 'Ambassador',
        level: 'AMBASSADOR',
        state: { iso2: 'IQ' },
        accreditedTo: { iso2: 'QA' },
      },
    },
    on: ['P2'],
  },
  {
    fact: 24,
    ask: `position(id: "${id('position', 'P5')}") { title level ${claims} } ${actor('GOV_IQ', `... on Organization { orgKind } ${NAMES}`)}`,
    says: {
      position: { title: 'Foreign Minister', level: 'MINISTER' },
      actor: { orgKind: 'GOVERNMENT', ...named('Prime Minister Mustafa al-Kadhimi’s government', 'ALIAS') },
    },
    on: ['P5', 'N24'],
  },
  {
    fact: 25,
    ask: of('engagement', 'E3', `participations { role actor { id } claims { ...Said } }`),
    says: { engagement: { participations: some({ role: 'SENDER', actor: { id: DEMO_IDS.KADHIMI } }) } },
    on: ['PT7'],
  },
  {
    fact: 26,
    ask: of('actor', 'QANEMI', NAMES),
    says: {
      actor: {
        names: [
          { value: 'Othman al-Qanemi', kind: 'COMMON' },
          { value: 'al-Qanemi', kind: 'ALIAS' },
        ],
      },
    },
    // The short form stands within the long one where it first occurs.
    on: ['N14', 'N14'],
  },
  {
    fact: 27,
    ask: `one: ${of('actor', 'KAABI', NAMES)} other: ${of('actor', 'KHALID', NAMES)}`,
    says: {
      one: named('Abdullah bin Khalaf bin Hattab Al Kaabi', 'COMMON'),
      other: named('Khalid bin Khalifa bin Abdulaziz Al Thani', 'COMMON'),
    },
    on: ['N1', 'N19'],
  },
  {
    fact: 28,
    ask: of('actor', 'MOI_QA', NAMES),
    says: { actor: named('MOI', 'ACRONYM') },
    on: ['N2'],
  },
  {
    fact: 29,
    ask: `iraq: ${state('IQ', NAMES)} qatar: ${state('QA', NAMES)} emirates: ${state('AE', NAMES)} saudi: ${state('SA', NAMES)}`,
    says: {
      iraq: {
        names: expect.arrayContaining([
          expect.objectContaining({ value: 'Republic of Iraq', kind: 'OFFICIAL' }),
          expect.objectContaining({ value: 'Baghdad', kind: 'METONYM' }),
        ]),
      },
      qatar: named('Doha', 'METONYM'),
      emirates: named('Abu Dhabi', 'METONYM'),
      saudi: named('Riyadh', 'METONYM'),
    },
    on: ['N6', 'N27', 'N29'],
  },
  {
    fact: 30,
    ask: actor('EMB_IQ_QA', `... on Organization { orgKind state { iso2 } seatState { iso2 } } ${claims}`),
    says: { actor: { orgKind: 'EMBASSY', state: { iso2: 'IQ' }, seatState: { iso2: 'QA' } } },
    on: ['EMB_IQ_QA.seatState'],
  },
  {
    fact: 31,
    ask: actor(
      'G4',
      `... on ActorGroup { statedSize isComplete members { role modality actor { label } claims { ...Said } } }`,
    ),
    says: {
      actor: {
        statedSize: 4,
        isComplete: false,
        members: expect.arrayContaining([
          expect.objectContaining({ role: 'LEADER', modality: 'ASSERTED', actor: { label: 'Saudi Arabia' } }),
          expect.objectContaining({ role: 'MEMBER', modality: 'INFERRED', actor: { label: 'Egypt' } }),
        ]),
      },
    },
    on: ['GM1'],
  },
  {
    fact: 32,
    ask: `isis: ${actor('ISIS', `... on Organization { orgKind } ${claims}`)} qaeda: ${actor('ALQAEDA', `... on Organization { orgKind } ${claims}`)}`,
    says: { isis: { orgKind: 'ARMED_GROUP' }, qaeda: { orgKind: 'ARMED_GROUP' } },
    on: ['ISIS', 'ALQAEDA'],
  },
  {
    fact: 33,
    ask: `gulfA: ${actor('GULF_A', NAMES)} gulfB: ${actor('GULF_B', NAMES)} asia: ${place('WESTASIA', `resolution ${NAMES}`)} east: ${place('MIDEAST', `resolution ${NAMES}`)}`,
    says: {
      gulfA: named('Gulf states', 'COMMON'),
      gulfB: named('Persian Gulf states', 'COMMON'),
      asia: { resolution: 'REGION', ...named('West Asia', 'COMMON') },
      east: { resolution: 'REGION', ...named('Middle East', 'COMMON') },
    },
    on: ['N13', 'N36', 'N37', 'N12'],
  },
];
