import { Api } from '../../../test/harness/api';
import { importing } from '../../../test/harness/importing';
import { formOf } from './agreement-form.rule';
import { UK_TREATIES } from './uk-treaties.service';

const HEAD =
  'record_id,uuid,title,ambit,subject,parties,signed_on,signed_at,in_force_on,in_force_effective_on,provisional_in_force_on,adopted_on,terminated_on,terminated_effective_on,withdrawn_on,references,document_url';
const COLUMNS = HEAD.split(',');

/** A row of the list, made up. */
function row(values: { [column: string]: string }): string {
  const cells = { title: 'Agreement', parties: 'FRANCE|UNITED KINGDOM', ambit: 'BILATERAL', ...values };
  return COLUMNS.map((column) => `"${(cells as { [column: string]: string })[column] ?? ''}"`).join(',');
}

const file = (...rows: string[]) => `${[HEAD, ...rows].join('\n')}\n`;

const AGREEMENTS = `{ agreements(first: 100, orderBy: OLDEST) { nodes {
  label form ambit status registrations topics { slug }
  parties { actor { __typename label } appliesTo status }
  actions { nodes { kind on { edtf } effectiveOn { edtf } text party { label } } }
  claims { nodes { statement attributions { kind referencedSource { kind url isHeld } } source { title publisher { label } } } }
  warnings { code }
} } }`;

let api: Api;
beforeAll(async () => {
  api = await Api.open();
});
afterAll(() => api.close());

/** What stands of a treaty, by its title. */
async function treaty(title: string) {
  const { agreements } = await api.data(AGREEMENTS);
  return agreements.nodes.find((each: { label: string }) => each.label === title);
}

async function warningsOf(runId: string): Promise<string[]> {
  const rows = await api.database.writer.query(
    'SELECT kind, value, sum(count)::integer AS count FROM import_warning WHERE run_id = $1 GROUP BY kind, value ORDER BY 1, 2',
    [runId],
  );
  return rows.map(
    ({ kind, value, count }: { kind: string; value: string; count: number }) =>
      `${kind}: ${value} (${count})`,
  );
}

describe('a treaty of the list of the United Kingdom', () => {
  test('is an agreement whose dates are actions, with the document it rests on', async () => {
    const text = file(
      row({
        record_id: '1',
        title: 'Convention on Made-up Lighthouses',
        subject: 'SHIPPING',
        signed_on: '1950-03-01',
        signed_at: 'Paris',
        in_force_on: '1950-06-01',
        in_force_effective_on: '1950-07-01',
        provisional_in_force_on: '1950-04-01',
        terminated_on: '1960-01-01',
        references:
          'PRO (now TNA) FO 1/2/0: 0;Treaty Series 009/1950: Cmd. 9||https://example.org/a.pdf;UN Registration 77/0: 0',
        document_url: 'https://example.org/data\\\\1.html',
      }),
    );
    expect(await importing(api, UK_TREATIES, text)).toMatchObject({ accepted: 1, rejected: 0, skipped: 0 });

    const found = await treaty('Convention on Made-up Lighthouses');
    expect(found).toMatchObject({
      form: 'CONVENTION',
      ambit: 'BILATERAL',
      status: 'TERMINATED',
      registrations: ['UN Registration 77', 'Treaty Series 009/1950: Cmd. 9', 'PRO (now TNA) FO 1/2'],
      topics: [{ slug: 'shipping' }],
      warnings: [],
    });
    const action = (
      kind: string,
      on: string,
      effectiveOn: string | null = null,
      said: string | null = null,
    ) => ({
      kind,
      on: { edtf: on },
      effectiveOn: effectiveOn === null ? null : { edtf: effectiveOn },
      text: said,
      party: null,
    });
    expect(found.actions.nodes).toEqual([
      action('SIGNATURE', '1950-03-01', null, 'Signed at Paris'),
      action('PROVISIONAL_APPLICATION', '1950-04-01'),
      action('ENTRY_INTO_FORCE', '1950-06-01', '1950-07-01'),
      action('TERMINATION', '1960-01-01'),
    ]);
    expect(found.claims.nodes).toEqual([
      {
        statement: 'UK Treaties Online lists it as record 1: Convention on Made-up Lighthouses',
        source: {
          title: 'UK Treaties Online',
          publisher: { label: 'Foreign, Commonwealth and Development Office' },
        },
        attributions: [
          {
            kind: 'DOCUMENT',
            referencedSource: { kind: 'TREATY_TEXT', url: 'https://example.org/data//1.html', isHeld: false },
          },
        ],
      },
    ]);
  });

  test('has no territories among its parties: each goes to whoever answers for it', async () => {
    const text = file(
      row({ record_id: '2', title: 'On Apes', parties: 'Gibraltar|SPAIN|UNITED KINGDOM' }),
      row({
        record_id: '3',
        title: 'On Islands',
        ambit: 'MULTILATERAL',
        parties:
          'Aruba|AUSTRALIA|CHINA|DENMARK|Faroe Islands|HONG KONG SAR|Isle Of Man|NETHERLANDS THE|Norfolk Island|UNITED KINGDOM',
      }),
      row({ record_id: '4', title: 'On Dominions', parties: 'Canada|UNITED STATES OF AMERICA' }),
      row({ record_id: '5', title: 'On Whales', parties: 'Bermuda|NORWAY' }),
    );
    const { runId } = await importing(api, UK_TREATIES, text);

    const parties = async (title: string) =>
      Object.fromEntries(
        (await treaty(title)).parties.map((party: { actor: { label: string }; appliesTo: string[] }) => [
          party.actor.label,
          party.appliesTo,
        ]),
      );
    expect(await parties('On Apes')).toEqual({ Spain: [], 'United Kingdom': ['Gibraltar'] });
    expect((await treaty('On Apes')).warnings).toEqual([]);
    expect(await parties('On Islands')).toEqual({
      Australia: ['Norfolk Island'],
      China: ['HONG KONG SAR'],
      Denmark: ['Faroe Islands'],
      Netherlands: ['Aruba'],
      'United Kingdom': ['Isle Of Man'],
    });
    expect(await parties('On Dominions')).toEqual({ Canada: [], 'United States': [] });
    expect(await parties('On Whales')).toEqual({ Norway: [], 'United Kingdom': ['Bermuda'] });
    expect(await warningsOf(runId)).toEqual([
      'territory without its state: Bermuda (1)',
      'territory without its state: Canada (1)',
      'without any date:  (4)',
    ]);
  });

  test('names states of the past, organizations and whoever nobody knows, none of whom is lost', async () => {
    const text = file(
      row({
        record_id: '6',
        title: 'On Many Things',
        ambit: 'MULTILATERAL',
        parties: 'ATLANTIS|EUROPEAN ECONOMIC COMMUNITY|IRAN|PERSIA|SOVIET UNION|YUGOSLAVIA|ZAIRE',
        signed_on: '1970-01-01',
      }),
    );
    const { runId } = await importing(api, UK_TREATIES, text);

    expect((await treaty('On Many Things')).parties.map((party: { actor: object }) => party.actor)).toEqual([
      { __typename: 'Organization', label: 'ATLANTIS' },
      { __typename: 'Organization', label: 'European Community' },
      { __typename: 'State', label: 'Iran' },
      { __typename: 'State', label: 'Soviet Union' },
      { __typename: 'State', label: 'Yugoslavia' },
      { __typename: 'State', label: 'Democratic Republic of the Congo' },
    ]);
    expect(await warningsOf(runId)).toEqual(['participant: ATLANTIS (1)']);
  });

  test('is kept as odd as the world made it, with warnings', async () => {
    const many = Array.from(
      { length: 290 },
      (_, index) => `REALM ${'ABCDEFGHIJ'[Math.floor(index / 29)]}${index}`,
    );
    const long = `Treaty ${'of very many words '.repeat(120)}`.trim();
    const text = file(
      row({ record_id: '7', title: 'Early', signed_on: '1900-02-01', in_force_on: '1900-01-01' }),
      row({
        record_id: '8',
        title: 'Of Three',
        parties: 'BELGIUM|FRANCE|UNITED KINGDOM',
        signed_on: '1901-01-01',
      }),
      row({ record_id: '9', title: long, ambit: 'MULTILATERAL', signed_on: '1902-01-01' }),
      row({
        record_id: '10',
        title: 'Of all',
        ambit: 'MULTILATERAL',
        parties: many.join('|'),
        signed_on: '1903-01-01',
      }),
    );
    const { accepted, rejected, runId } = await importing(api, UK_TREATIES, text);

    expect({ accepted, rejected }).toEqual({ accepted: 4, rejected: 0 });
    expect((await treaty('Early')).warnings).toEqual([{ code: 'IN_FORCE_BEFORE_SIGNATURE' }]);
    expect((await treaty('Of Three')).warnings).toEqual([{ code: 'NOT_TWO_SIDES' }]);
    expect((await treaty(long)).warnings).toEqual([{ code: 'LONG_TITLE' }]);
    expect((await treaty('Of all')).parties).toHaveLength(290);
    expect((await warningsOf(runId)).filter((warning) => !warning.startsWith('participant'))).toEqual([
      'in force before signature: in force 1900-01-01, signed 1900-02-01 (1)',
      'other than two sides: 3 parties (1)',
    ]);
  });

  test('is refused where a cell cannot be read, with the column and the value', async () => {
    const text = file(
      row({ record_id: '11', in_force_on: '1931-02-30' }),
      row({ record_id: '12', title: '' }),
      row({ record_id: '', title: 'Nameless' }),
      '13,too,few',
    );
    const { runId, rejected } = await importing(api, UK_TREATIES, text);

    expect(rejected).toBe(4);
    expect(
      await api.database.writer.query(
        'SELECT line, reason, field, value FROM import_rejection WHERE run_id = $1 ORDER BY line',
        [runId],
      ),
    ).toEqual([
      { line: 2, reason: 'BAD_DATE', field: 'in_force_on', value: '1931-02-30' },
      { line: 3, reason: 'MISSING_VALUE', field: 'title', value: null },
      { line: 4, reason: 'MISSING_VALUE', field: 'record_id', value: null },
      { line: 5, reason: 'MALFORMED_ROW', field: null, value: null },
    ]);
  });

  test('that is listed otherwise than before is told anew: what is no longer said is withdrawn', async () => {
    const before = row({
      record_id: '14',
      title: 'Changing',
      parties: 'FRANCE|ITALY',
      signed_on: '1920-01-01',
    });
    const after = row({
      record_id: '14',
      title: 'Changing',
      parties: 'FRANCE|SPAIN',
      in_force_on: '1921-01-01',
    });
    await importing(api, UK_TREATIES, file(before));
    expect(await importing(api, UK_TREATIES, file(before))).toMatchObject({ accepted: 0, unchanged: 1 });
    expect(await importing(api, UK_TREATIES, file(after))).toMatchObject({ accepted: 1, unchanged: 0 });

    const { parties, actions } = await treaty('Changing');
    expect(parties.map((party: { actor: { label: string } }) => party.actor.label).sort()).toEqual([
      'France',
      'Spain',
    ]);
    expect(actions.nodes.map(({ kind }: { kind: string }) => kind)).toEqual(['ENTRY_INTO_FORCE']);
  });
});

describe('the form of an agreement', () => {
  test.each([
    ['Exchange of Notes between A and B extending the Convention', 'EXCHANGE_OF_NOTES'],
    ['Agreement in the form of an Exchange of Letters', 'EXCHANGE_OF_NOTES'],
    ['Agreement with Exchange of Notes', null],
    ['Protocol amending the Treaty of Commerce', 'PROTOCOL'],
    ['Amendments to the International Convention on Ropes', null],
    ['International Convention for the Exchange of Notes of Money', 'CONVENTION'],
    ['Memorandum of Understanding on Bees', 'MOU'],
    ['Framework Convention on Dust', 'FRAMEWORK'],
    ['Extension of the Extradition Treaty', null],
    ['Passports', null],
  ])('is what its title says first: %s', (title, form) => {
    expect(formOf(title)).toBe(form);
  });
});
