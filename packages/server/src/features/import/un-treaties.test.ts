import { Api } from '../../../test/harness/api';
import { type Imported, importing } from '../../../test/harness/importing';
import { actOf } from './treaty-action.rule';
import { UN_TREATIES } from './un-treaties.service';

const INDEX = `chapter_no,treaty_no,treaty_name,url,chapter_url,chapter_name
90,1.a,"Protocol on Made-up Rivers. Nowhere, 1 May 1961",https://example.org/treaty?no=90-1-a,https://example.org/chapter,Made-up Law
90,2,"Convention on Made-up Lakes. Nowhere, 2 May 1962",https://example.org/treaty?no=90-2,https://example.org/chapter,Made-up Law
`;
const HEAD = 'mtdsg_no,participant,source_column,raw_value,date,treaty_action';
const RATIFYING = '"Ratification, Accession(a), Succession(d)"';
const ACTIONS = `${HEAD}
90-1-a,Belgium 3,Signature,1 May 1961,1961-05-01,SIGNATURE
90-1-a,Belgium 3,${RATIFYING},2 Jun 1962,1962-06-02,RATIFICATION
90-1-a,Iran (Islamic Republic of),${RATIFYING},3 Jun 1963 a,1963-06-03,ACCESSION
90-1-a,European Union,"Formal confirmation(c), Acceptance(A), Approval(AA)",4 Jun 1964 c,1964-06-04,FORMAL_CONFIRMATION
90-1-a,Yugoslavia,"Signature, Succession to signature(d)",5 Jun 1965 d,1965-06-05,SUCCESSION
90-1-a,Atlantis,"Formal confirmation(c), Acceptance(A), Approval(AA)",6 Jun 1966 AA,1966-06-06,APPROVAL
90-2,Belgium,Registration Date,11 July 1958,,
90-2,Belgium,Registration Number,4711,,
90-2,Belgium,Application,1 Jan 1970,1970-01-01,Application
90-2,Iraq,"Consent to be bound(P), Succession(d)",7 Jun 1967 P,1967-06-07,PROVISIONAL_APPLICATION
90-2,Qatar,Provisional application(n),8 Jun 1968 n,1968-06-08,NOTIFICATION
`;

const AGREEMENTS = `{ agreements(first: 10, orderBy: OLDEST) { nodes {
  title form ambit registrations topics { slug names { value } }
  parties { actor { label } status }
  actions { nodes { kind on { edtf } text party { label } } }
  claims { nodes { statement source { title } } }
} } }`;

/** The same treaties, numbered as if they stood in another chapter. */
const inChapter = (chapter: number, text: string) => text.replaceAll(/\b90(?=[-,])/g, String(chapter));

let api: Api;
beforeAll(async () => {
  api = await Api.open();
});
afterAll(() => api.close());

async function imported(chapter: number, ...files: string[]) {
  const runs: Imported[] = [];
  for (const file of files) runs.push(await importing(api, UN_TREATIES, inChapter(chapter, file)));
  const { agreements } = await api.data(AGREEMENTS);
  const query = (text: string) => api.database.writer.query(text, [runs.map((run) => run.runId)]);
  return {
    runs,
    // Claims stand as they were recorded, in whichever order that was.
    agreements: agreements.nodes
      .map(sorted)
      .filter(({ registrations }: { registrations: string[] }) =>
        registrations[0]?.startsWith(`MTDSG ${chapter}-`),
      ),
    rejections: await query(
      'SELECT line, reason, field, value FROM import_rejection WHERE run_id = ANY($1::uuid[]) ORDER BY line',
    ),
    skips: await query(
      'SELECT code, sum(count)::integer AS count FROM import_skip WHERE run_id = ANY($1::uuid[]) GROUP BY code',
    ),
    warnings: await query(
      'SELECT kind, value, sum(count)::integer AS count FROM import_warning WHERE run_id = ANY($1::uuid[]) GROUP BY kind, value ORDER BY 1, 2',
    ),
  };
}

function sorted(agreement: { registrations: string[]; claims: { nodes: { statement: string }[] } }) {
  const nodes = [...agreement.claims.nodes].sort((a, b) => (a.statement < b.statement ? -1 : 1));
  return { ...agreement, claims: { nodes } };
}

describe('a treaty of the collection of the United Nations', () => {
  let found: Awaited<ReturnType<typeof imported>>;
  beforeAll(async () => {
    found = await imported(90, ACTIONS, INDEX);
  });

  test('has its title from the index, though its actions came first, and keeps consent apart by its kind', () => {
    expect(found.runs).toMatchObject([
      { read: 11, accepted: 9, skipped: 1, rejected: 1 },
      { read: 2, accepted: 2, skipped: 0, rejected: 0 },
    ]);
    const [, rivers] = found.agreements;
    expect(rivers).toMatchObject({
      title: 'Protocol on Made-up Rivers. Nowhere, 1 May 1961',
      form: 'PROTOCOL',
      ambit: 'MULTILATERAL',
      registrations: ['MTDSG 90-1-a'],
      topics: [{ slug: 'made-up-law' }],
    });
    const did = rivers.actions.nodes.map(
      ({
        party,
        kind,
        on,
        text,
      }: {
        party: { label: string };
        kind: string;
        on: { edtf: string };
        text: string | null;
      }) => [party.label, kind, on.edtf, text],
    );
    expect(did).toEqual([
      ['Belgium', 'SIGNATURE', '1961-05-01', null],
      ['Belgium', 'RATIFICATION', '1962-06-02', null],
      ['Iran', 'ACCESSION', '1963-06-03', null],
      ['European Union', 'FORMAL_CONFIRMATION', '1964-06-04', null],
      ['Yugoslavia', 'SIGNATURE', '1965-06-05', 'Succession to signature'],
      ['Atlantis', 'APPROVAL', '1966-06-06', null],
    ]);
  });

  test('has each participant as a party once, found by whatever it was called', () => {
    const [lakes, rivers] = found.agreements;
    expect(rivers.parties).toEqual([
      { actor: { label: 'Belgium' }, status: 'CONTRACTING' },
      { actor: { label: 'Iran' }, status: 'CONTRACTING' },
      { actor: { label: 'European Union' }, status: 'CONTRACTING' },
      { actor: { label: 'Yugoslavia' }, status: 'SIGNATORY' },
      { actor: { label: 'Atlantis' }, status: 'CONTRACTING' },
    ]);
    expect(lakes.parties.map((party: { actor: { label: string } }) => party.actor.label)).toEqual([
      'Belgium',
      'Iraq',
      'Qatar',
    ]);
  });

  test('rests on a claim for each row', () => {
    const [lakes] = found.agreements;
    expect(lakes.claims.nodes.map(({ statement }: { statement: string }) => statement).sort()).toEqual([
      'Belgium, treaty 90-2: registration, 1958-07-11',
      'Iraq, treaty 90-2: Consent to be bound, 1967-06-07',
      'Multilateral Treaties Deposited with the Secretary-General lists it as 90-2: Convention on Made-up Lakes. Nowhere, 2 May 1962',
      'Qatar, treaty 90-2: provisional application, 1968-06-08',
    ]);
  });

  test('tells what of its rows could not be read, is none of the field, or is read otherwise than the file reads it', () => {
    expect(found.rejections).toEqual([{ line: 9, reason: 'BAD_DATE', field: 'raw_value', value: '4711' }]);
    expect(found.skips).toEqual([{ code: 'Application', count: 1 }]);
    expect(found.warnings).toEqual([
      { kind: 'consent of no kind named', value: 'Consent to be bound', count: 1 },
      { kind: 'participant', value: 'Atlantis', count: 1 },
      {
        kind: 'treaty action',
        value: 'NOTIFICATION, though the column says Provisional application',
        count: 1,
      },
      {
        kind: 'treaty action',
        value: 'SUCCESSION, though the column says Succession to signature',
        count: 1,
      },
    ]);
  });

  test('ends as the same whichever of the two files comes first, and is told once', async () => {
    const other = await imported(91, INDEX, ACTIONS);
    expect(inChapter(91, JSON.stringify(found.agreements))).toBe(JSON.stringify(other.agreements));

    const again = await imported(90, INDEX, ACTIONS);
    expect(again.runs).toMatchObject([
      { accepted: 0, unchanged: 2 },
      { accepted: 0, unchanged: 9, skipped: 1, rejected: 1 },
    ]);
    expect(again.agreements).toEqual(found.agreements);
  });
});

describe('the act that a cell tells', () => {
  test.each([
    ['Ratification, Accession(a)', '', 'RATIFICATION'],
    ['Ratification, Accession(a)', 'a', 'ACCESSION'],
    ['Approval(AA), Acceptance(A), Ratification', 'A', 'ACCEPTANCE'],
    ['Approval(AA), Acceptance(A), Ratification', 'AA', 'APPROVAL'],
    ['Definitive signature(s), Ratification', 's', 'DEFINITIVE_SIGNATURE'],
    ['Signature, Signature ad referendum (s)', 's', 'SIGNATURE'],
    ['Signature ad referendum (s)', '', 'SIGNATURE'],
    ['Ratification', 'd', 'SUCCESSION'],
    ['Consent to be bound(P), Succession(d)', 'P', 'ACCEPTANCE'],
    [
      'Provisional application by virtue of signature, adoption of the Agreement or accession thereto',
      '',
      'PROVISIONAL_APPLICATION',
    ],
    ['Denunciation', '', 'WITHDRAWAL'],
  ])('under %s with the letter "%s" is %s', (heading, suffix, kind) => {
    expect(actOf(heading, suffix)).toMatchObject({ kind });
  });

  test.each([
    [
      'Definitive signature of the Protocol, Acceptance of the Protocol',
      '',
      'Definitive signature of the Protocol, Acceptance of the Protocol',
    ],
    [
      'Definitive signature or acceptance of the Protocol',
      '',
      'Definitive signature or acceptance of the Protocol',
    ],
    [
      'Notification in respect of the Agreement(d), Acceptance',
      'd',
      'Notification in respect of the Agreement',
    ],
    ['Application', '', 'Application'],
    ['Ratification', 'x', 'Ratification, marked x'],
  ])('under %s with the letter "%s" is not guessed', (heading, suffix, unclear) => {
    expect(actOf(heading, suffix)).toEqual({ unclear });
  });
});
