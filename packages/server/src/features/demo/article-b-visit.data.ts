import type { DemoClaim, DemoSpeaker } from './demo-terms.input';

const MINISTRY: DemoSpeaker = { kind: 'OFFICIAL', actor: 'MOI_IQ', source: 'SRC_MOIIQ' };
const NEWS: DemoSpeaker = { kind: 'MEDIA', unnamed: 'news sources' };

/** What article B says of the visit, its first meeting, the exhibition and other journeys. */
export const VISIT_CLAIMS: readonly DemoClaim[] = [
  {
    id: 'b0',
    statement: 'Alwaght published the article, to judge by the word at its head.',
    modality: 'INFERRED',
    subject: ['SRC_B.publisher'],
    value: 'Alwaght',
    passages: ['PS63'],
  },
  {
    id: 'b0n',
    statement: 'The article is headed by the name Alwaght.',
    subject: ['SRC_B.dateline', 'N16'],
    passages: ['PS63'],
  },
  {
    id: 'b1',
    statement: 'Iraq’s Interior Minister, Othman al-Qanemi, travelled to Doha to meet officials of Qatar.',
    subject: ['E3.kind', 'E3.status', 'E3.number', 'E3.place', 'PT4', 'T3', 'P3', 'N14'],
    passages: ['PS64'],
  },
  {
    id: 'b1b',
    statement: 'He was to meet officials of Qatar, whom the article does not name there.',
    subject: ['PT5'],
    passages: ['PS65'],
  },
  {
    id: 'b2',
    predicate: 'TREND',
    statement: 'Diplomatic visits are frequent in West Asia.',
    subject: ['WESTASIA', 'N37'],
    passages: ['PS66'],
  },
  {
    id: 'b3',
    predicate: 'TREND',
    statement: 'Senior officials travelled much between the countries of West Asia, the Arab ones above all.',
    subject: ['WESTASIA', { unnamed: 'senior officials' }],
    valid: { text: 'Over the past weeks' },
    passages: ['PS67', 'PS68'],
  },
  {
    id: 'b4',
    statement: 'A wave of the coronavirus pandemic had eased.',
    subject: ['CX4'],
    passages: ['PS69'],
  },
  {
    id: 'b5',
    statement:
      'According to the Interior Ministry of Iraq, the government of Qatar had officially invited the minister.',
    subject: ['PT6', 'MOI_IQ', 'N17', 'GOV_QA.state', 'N18'],
    passages: ['PS70', 'PS71'],
    speakers: [MINISTRY],
  },
  {
    id: 'b5s',
    statement: 'The Interior Ministry of Iraq published a statement on the visit.',
    subject: ['SRC_MOIIQ.publisher'],
    passages: ['PS70'],
  },
  {
    id: 'b6',
    predicate: 'OBJECTIVE',
    statement:
      'According to the Interior Ministry of Iraq, the minister came to take part in the exhibition.',
    subject: ['E3', 'IQ'],
    passages: ['PS72'],
    speakers: [MINISTRY],
  },
  {
    id: 'b7',
    statement:
      'The Interior Ministry of Iraq names the exhibition and calls it the thirteenth; nothing is said of whether it took place.',
    subject: ['E5.kind', 'E5.status', 'E5.number', 'E5.series', 'E5.edition', 'N25'],
    passages: ['PS72', 'PS73'],
    speakers: [MINISTRY],
  },
  {
    id: 'b8',
    predicate: 'OBJECTIVE',
    statement: 'The visit had purposes beyond the exhibition.',
    subject: ['E3'],
    passages: ['PS74'],
  },
  {
    id: 'b11',
    statement:
      'The first meeting of the visit was with the Prime Minister of Qatar, Khalid bin Khalifa bin Abdulaziz Al Thani.',
    subject: [
      'E4.kind',
      'E4.status',
      'E4.number',
      'E4.parent',
      'E4.sequence',
      'PT8',
      'PT9',
      'T4',
      'P4',
      'N19',
      'N15',
    ],
    passages: ['PS77', 'PS78'],
    speakers: [NEWS],
  },
  {
    id: 'b12',
    statement:
      'The visit had further meetings that the article does not report, since it calls this one the first.',
    modality: 'INFERRED',
    subject: ['E3.children'],
    gap: 'INCOMPLETE',
    passages: ['PS79'],
  },
  {
    id: 'b13',
    statement:
      'They discussed relations between the two states and how to develop them, above all in security.',
    subject: ['AI7', 'AI8'],
    passages: ['PS80'],
    speakers: [NEWS],
  },
  {
    id: 'b36',
    statement: 'The visit was made to attend the Milipol Qatar security exhibition.',
    subject: ['EL1'],
    passages: ['PS107'],
  },
  {
    id: 'b37',
    statement:
      'Milipol Qatar and the exhibition that the ministry names are one, since one visit was made for both.',
    modality: 'INFERRED',
    subject: ['N26'],
    passages: ['PS108'],
  },
  {
    id: 'b39',
    statement:
      'The government of Iraq negotiated with a number of countries, to attract investment from abroad and raise economic cooperation.',
    subject: ['E7.kind', 'E7.status', 'E7.number', 'E7.when', 'PT11', 'PT12', 'AI10', 'N23', 'GOV_IQ.state'],
    passages: ['PS110'],
  },
  {
    id: 'b40',
    statement:
      'Iraq’s Foreign Minister, Fuad Hussein, visited Saudi Arabia in early March, which the article gives as an instance of the negotiations.',
    subject: ['E6.kind', 'E6.status', 'E6.number', 'E6.place', 'E6.when', 'PT10', 'T5', 'P5', 'EL2', 'N20'],
    passages: ['PS111'],
  },
  {
    id: 'b40n',
    statement: 'The journey led to Saudi Arabia.',
    subject: ['KSA', 'N39'],
    passages: ['PS119'],
  },
  {
    id: 'b42',
    statement: 'Al-Kadhimi sent the minister to Qatar.',
    subject: ['PT7'],
    passages: ['PS113'],
  },
  {
    id: 'b44',
    statement:
      'The visit fell in about March 2021, to judge by the edition of the exhibition and by the journey to Saudi Arabia.',
    modality: 'INFERRED',
    subject: ['E3.when'],
    value: '2021-03~',
    passages: ['PS73', 'PS115'],
  },
];
