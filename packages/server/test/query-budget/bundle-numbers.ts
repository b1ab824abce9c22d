import { DEMO_IDS as ID } from '../../src/features/demo/demo-ids.rule';
import { type DemoWorld, WHOLE } from '../questions/demo-world';

/** Pairs of states without an agreement; six bundles make one of them meet often. */
const PAIRS = [
  ['KG', 'MN'],
  ['UY', 'PY'],
  ['FI', 'EE'],
] as const;

/** What the questions that count look for: treaties in force, rising pairs, meetings on sidelines, coded events, what one outlet alone tells. */
export async function addNumbers({ api }: DemoWorld, number: number): Promise<void> {
  const { given } = api;
  const did = (kind: string, party: string | null, day: string, more: object = {}) => ({
    kind,
    on: { edtf: day },
    ...(party === null ? {} : { party }),
    ...more,
  });
  await given.agreement({
    title: `A convention (${number})`,
    form: 'TREATY',
    parties: [{ actor: 'QA' }, { actor: 'IQ' }],
    actions: [
      did('SIGNATURE', 'QA', '2010'),
      did('RATIFICATION', 'QA', '2011'),
      did('RESERVATION', 'QA', '2011', { text: 'Not Article 4' }),
      did('ACCESSION', 'IQ', '2012'),
      did('ENTRY_INTO_FORCE', null, '2013'),
    ],
  });
  const [one, other] = PAIRS[Math.ceil(number / 6) - 1] ?? PAIRS[0];
  await given.engagement({
    kind: 'TALKS',
    when: { edtf: '2025-02' },
    participations: [{ actor: one, level: 'MINISTER' }, { actor: other }],
    links: [{ to: ID.E5, kind: 'SIDELINES_OF' }],
  });
  await given.engagement({ kind: 'SUMMIT', title: `A summit (${number})`, when: { edtf: '2019' } });
  const source = await given.source({
    title: `Article ${number} of this outlet alone`,
    text: `What the article says. It is number ${number}.`,
    publisher: ID.ALWAGHT,
  });
  await given.engagement({
    kind: 'CALL',
    when: { edtf: `2020-${String(1 + (number % 12)).padStart(2, '0')}` },
    participations: [{ actor: 'QA' }, { actor: 'IQ' }],
    codes: [
      { scheme: 'CAMEO', code: '041', version: '1.1b3' },
      { scheme: 'PLOVER', code: 'CONSULT', version: '1' },
    ],
    evidence: [{ source, statement: 'They talked.', passages: [WHOLE] }],
  });
}
