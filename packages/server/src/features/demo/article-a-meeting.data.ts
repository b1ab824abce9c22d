import type { DemoClaim, DemoSpeaker } from './demo-terms.input';

const MINISTRY: DemoSpeaker = { kind: 'OFFICIAL', actor: 'MOI_QA', source: 'SRC_MOIQA' };

/** What article A says of the meeting at the ministry and of who was there. */
export const MEETING_CLAIMS: readonly DemoClaim[] = [
  {
    id: 'a1',
    statement: 'A meeting, which the article calls high-level, was held.',
    subject: ['E1.kind', 'E1.status', 'E1.number'],
    passages: ['PS1'],
  },
  {
    id: 'a2',
    statement: 'The meeting was held in Doha.',
    subject: ['E1.place'],
    passages: ['PS2'],
  },
  {
    id: 'a2b',
    statement: 'The article is dated from Doha and places that city in Qatar.',
    subject: ['SRC_A.dateline', 'DOHA.country', 'N11'],
    passages: ['PS3'],
  },
  {
    id: 'a3',
    statement: 'The meeting was held at the headquarters of the Ministry of Interior of Qatar.',
    subject: ['E1.venueText', 'E1.venueOrganization'],
    passages: ['PS4'],
  },
  {
    id: 'a4',
    statement: 'The meeting was held in the week in which the article appeared; the article bears no date.',
    subject: ['E1.when'],
    passages: ['PS5'],
  },
  {
    id: 'a5',
    statement:
      'The Ministry of Interior of Qatar was the host, since the meeting was held at its headquarters.',
    modality: 'INFERRED',
    subject: ['PT3'],
    passages: ['PS6'],
  },
  {
    id: 'a5m',
    statement: 'The participants met in person, since the meeting was held in a building.',
    modality: 'INFERRED',
    subject: ['E1.mode'],
    value: 'IN_PERSON',
    passages: ['PS6'],
  },
  {
    id: 'a6',
    statement:
      'The undersecretary of Qatar’s interior ministry, Abdullah bin Khalaf bin Hattab Al Kaabi, took part in the meeting.',
    subject: ['PT1', 'T1', 'P1', 'N1'],
    passages: ['PS7'],
  },
  {
    id: 'a6b',
    statement: 'MOI is short for the Ministry of Interior, a ministry of Qatar.',
    subject: ['MOI_QA', 'N2', 'N3'],
    passages: ['PS8'],
  },
  {
    id: 'a7',
    statement: 'Iraq’s ambassador to Qatar, Mohammed Jaafar Al Sadr, took part in the meeting.',
    subject: ['PT2', 'T2', 'P2.accreditedTo', 'N5'],
    passages: ['PS9'],
  },
  {
    id: 'a7b',
    statement: 'The ambassador is sent by Iraq, here under its formal name, and accredited to Qatar.',
    subject: ['P2', 'N6'],
    passages: ['PS10'],
  },
  {
    id: 'a8',
    predicate: 'MENTION',
    statement: 'The closing lines name the Embassy of Iraq in Qatar without giving it a role.',
    subject: ['SRC_A'],
    object: ['EMB_IQ_QA'],
    passages: ['PS11'],
  },
  {
    id: 'a9',
    predicate: 'MENTION',
    statement: 'The closing lines name the Ministry of Interior of Qatar without giving it a role.',
    subject: ['SRC_A'],
    object: ['MOI_QA'],
    passages: ['PS12'],
  },
  {
    id: 'a10',
    predicate: 'MENTION',
    statement: 'The closing lines name The Peninsula Qatar without giving it a role.',
    subject: ['SRC_A'],
    object: ['PENINSULA'],
    passages: ['PS13'],
  },
  {
    id: 'a8n',
    statement: 'Iraq has an embassy in Qatar, spelled so in the closing lines.',
    subject: ['N9', 'EMB_IQ_QA.state', 'EMB_IQ_QA.seatState'],
    passages: ['PS11'],
  },
  {
    id: 'a9n',
    statement: 'The closing lines spell the ministry’s name without the acronym.',
    subject: ['N4'],
    passages: ['PS12'],
  },
  {
    id: 'a10n',
    statement: 'The closing lines spell the name so: The Peninsula Qatar.',
    subject: ['N10'],
    passages: ['PS13'],
  },
  {
    id: 'a19n',
    statement: 'The article calls the two states Qatar and Iraq.',
    subject: ['N7', 'N8'],
    passages: ['PS116'],
  },
  {
    id: 'a11',
    statement:
      'According to the Ministry of Interior of Qatar, the meeting was above all about closer security cooperation between Qatar and Iraq.',
    subject: ['AI1'],
    passages: ['PS14', 'PS15'],
    speakers: [MINISTRY],
  },
  {
    id: 'a11s',
    statement: 'The Ministry of Interior of Qatar issued a statement on the meeting.',
    subject: ['SRC_MOIQA.publisher'],
    passages: ['PS15'],
  },
  {
    id: 'a12',
    predicate: 'ASSESSMENT',
    statement:
      'The meeting shows how Qatar seeks stability in the region by diplomacy and by partnerships in security.',
    subject: ['E1', 'QA'],
    passages: ['PS16'],
  },
  {
    id: 'a13',
    statement: 'The officials reviewed present cooperation in security and explored ways to extend it.',
    subject: ['AI1.treatments'],
    passages: ['PS17', 'PS18'],
  },
  {
    id: 'a14',
    statement: 'What was said in detail at the meeting has not been made public.',
    subject: ['E1.agenda'],
    gap: 'NOT_DISCLOSED',
    passages: ['PS19'],
  },
  {
    id: 'a15',
    statement:
      'Counter-terrorism, border security and possible joint training are reported to have been in focus.',
    modality: 'REPORTED',
    subject: ['AI2', 'AI3', 'AI4'],
    passages: ['PS20'],
  },
  {
    id: 'a16',
    predicate: 'COOPERATION_AREA',
    statement: 'Joint training is a possible field of cooperation between Qatar and Iraq.',
    modality: 'POSSIBLE',
    subject: ['QA', 'IQ'],
    topic: ['training'],
    passages: ['PS21'],
  },
  {
    id: 'a17',
    predicate: 'CONTEXT',
    statement:
      'The meeting falls in a time of changing security in the region and of a common resolve of both states against transnational crime.',
    subject: ['E1'],
    topic: ['transnational-crime'],
    passages: ['PS22'],
  },
  {
    id: 'a40',
    statement:
      'The meeting also dealt with developments in the region and with international action against terrorism.',
    subject: ['AI5', 'AI6'],
    passages: ['PS48'],
  },
  {
    id: 'a41',
    statement:
      'The two officials are reported to have reaffirmed that they would work together on the challenges discussed, for a peaceful and secure region.',
    modality: 'REPORTED',
    subject: ['CM1'],
    passages: ['PS49'],
  },
  {
    id: 'a47',
    statement: 'Further discussions are expected, to bring a number of agreements to their conclusion.',
    modality: 'EXPECTED',
    subject: ['E2.kind', 'E2.status', 'E2.when', 'E2.number', 'AI9', 'AG1.number'],
    passages: ['PS55'],
  },
  {
    id: 'a48',
    statement:
      'Qatar and Iraq are to be the parties of the discussions and of the agreements, since the passage speaks of their cooperation.',
    modality: 'INFERRED',
    subject: ['AP1', 'AP2', 'PT13', 'PT14'],
    passages: ['PS55'],
  },
  {
    id: 'a49',
    statement:
      'The Ministry of Interior of Qatar has not announced when the further discussions are to be held.',
    subject: ['E2.when'],
    gap: 'NOT_DISCLOSED',
    passages: ['PS57'],
  },
  {
    id: 'a53',
    statement: 'Agreements may come of the discussions.',
    modality: 'HYPOTHETICAL',
    subject: ['AG1'],
    passages: ['PS61'],
  },
  {
    id: 'a54',
    predicate: 'OBJECTIVE',
    statement: 'The further discussions are also meant to set up a framework for lasting cooperation.',
    modality: 'EXPECTED',
    subject: ['E2', 'AG1'],
    passages: ['PS56'],
  },
];
