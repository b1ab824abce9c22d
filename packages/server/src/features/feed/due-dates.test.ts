import { Api } from '../../../test/harness/api';
import { uuidOf } from '../../platform/type-id';
import { DueDates } from './due-dates.job';
import { FacetsQuery } from './facets.query';
import { StatusDays } from './status-days.job';

const GOES_ON = new AbortController().signal;
const PARTIES = [{ actor: 'QA' }, { actor: 'IQ' }];

let api: Api;
beforeAll(async () => {
  api = await Api.open();
});
beforeEach(() => {
  api.today = '2026-11-21';
});
afterAll(() => api.close());

/** What new leaders find out on a day, one right after the other. */
async function comes(day: string): Promise<void> {
  api.today = day;
  const { writer } = api.database;
  const facets = new FacetsQuery(
    (clearance) => api.database.reader(clearance),
    () => api.today,
  );
  await api.sequence();
  for (const _ of ['one leader', 'the next']) {
    await new StatusDays(writer, facets, () => api.today).run(GOES_ON);
    await new DueDates(writer, () => api.today).run(GOES_ON);
  }
  await api.sequence();
}

async function versions(id: string, type = 'engagement') {
  return api.database.writer.query(
    `SELECT change, version, marking, changed, before, after, by FROM record_version WHERE record_id = $1 AND change <> 'RECORDED' ORDER BY id`,
    [uuidOf(id, type, 'id')],
  );
}

const changes = async (id: string, type?: string) =>
  (await versions(id, type)).map(({ change }: { change: string }) => change);

describe('an expected date', () => {
  test('that goes by is told once, whoever leads', async () => {
    const id = await api.given.engagement({
      status: 'EXPECTED',
      when: { edtf: '2099-05' },
      marking: 'GREEN',
    });
    await comes('2099-05-31');
    expect(await changes(id)).toEqual([]);

    await comes('2099-06-01');
    await comes('2099-06-01');
    await comes('2099-06-02');

    expect(await versions(id)).toEqual([
      {
        change: 'DATE_PASSED',
        version: 1,
        marking: 1,
        changed: ['when'],
        before: { when: { text: null, edtf: '2099-05' } },
        after: { when: { text: null, edtf: '2099-05' } },
        by: 'calendar',
      },
    ]);
    const [entry] = await api.database.writer.query(
      `SELECT number_clear, number_green, version FROM event_log WHERE change = 'DATE_PASSED'`,
    );
    expect(entry).toMatchObject({ number_clear: null, version: 1, number_green: expect.any(String) });
  });

  test('that is put off and goes by again is told again', async () => {
    const id = await api.given.engagement({ status: 'SCHEDULED', when: { edtf: '2099-05' } });
    await comes('2099-06-01');
    await api.data(
      'mutation ($id: ID!) { amendEngagement(id: $id, expectedVersion: 1, input: { when: { edtf: "2099-09" } }) { id } }',
      { id },
    );
    await comes('2099-06-02');
    await comes('2099-10-01');

    expect(await changes(id)).toEqual(['DATE_PASSED', 'AMENDED', 'DATE_PASSED']);
  });

  test.each([
    ['was held', { status: 'HELD', when: { edtf: '2099-05' } }],
    ['has no last day', { status: 'EXPECTED', when: { edtf: '2099/..' } }],
    ['was over when it was recorded', { status: 'EXPECTED', when: { edtf: '2019' } }],
  ])('of a meeting that %s is not told', async (_, input) => {
    const id = await api.given.engagement(input);
    await comes('2100-01-01');

    expect(await changes(id)).toEqual([]);
  });

  test('of an agreement is told unless it was concluded', async () => {
    const expected = { title: 'Expected', parties: PARTIES, expectedBy: { edtf: '2099-05' } };
    const late = await api.given.agreement(expected);
    const signed = await api.given.agreement({
      ...expected,
      actions: [{ kind: 'SIGNATURE', on: { edtf: '2020' } }],
    });
    await comes('2099-06-01');

    expect(await changes(late, 'agreement')).toEqual(['DATE_PASSED']);
    expect(await changes(signed, 'agreement')).toEqual([]);
  });

  test('of a commitment is told unless it was kept', async () => {
    const agreement = await api.given.agreement({ title: 'Promises', parties: PARTIES });
    const record = async (statement: string): Promise<string> =>
      (
        await api.data('mutation ($input: CommitmentInput!) { recordCommitment(input: $input) { id } }', {
          input: { agreement, act: 'MADE', statement, parties: ['QA'], due: { edtf: '2099-05' } },
        })
      ).recordCommitment.id;
    const [kept, broken] = [await record('To build'), await record('To pay')];
    await api.data(
      'mutation ($input: ImplementationReportInput!) { recordImplementationReport(input: $input) { id } }',
      { input: { commitment: kept, status: 'COMPLETE', period: { edtf: '2025' } } },
    );
    await comes('2099-06-01');

    const passed = (await versions(agreement, 'agreement')).filter(
      ({ change }: { change: string }) => change === 'DATE_PASSED',
    );
    expect(passed.map(({ changed }: { changed: string[] }) => changed)).toEqual([[`${broken}.due`]]);
  });
});

describe('a status', () => {
  const ENTERING = [
    { kind: 'SIGNATURE', on: { edtf: '2020' } },
    { kind: 'ENTRY_INTO_FORCE', effectiveOn: { edtf: '2099-05-01' } },
  ];

  test('that changes with the day is told once', async () => {
    const id = await api.given.agreement({ title: 'Soon in force', parties: PARTIES, actions: ENTERING });
    await comes('2099-04-30');
    expect(await changes(id, 'agreement')).toEqual([]);

    await comes('2099-05-02');
    await comes('2099-05-02');
    await comes('2099-05-03');

    expect(await versions(id, 'agreement')).toMatchObject([
      {
        change: 'STATUS_CHANGED',
        version: 1,
        marking: 0,
        changed: ['status'],
        before: { status: 'SIGNED' },
        after: { status: 'IN_FORCE' },
      },
    ]);
    const [entry] = await api.database.writer.query(
      `SELECT facets_before -> 'statuses' ->> 0 AS before, facets_after -> 'statuses' ->> 0 AS after FROM event_log WHERE change = 'STATUS_CHANGED'`,
    );
    expect(entry).toEqual({ before: 'SIGNED', after: 'IN_FORCE' });
  });

  test('that changes by what somebody did is told by that alone', async () => {
    const id = await api.given.agreement({ title: 'Signed today', parties: PARTIES });
    await api.sequence();
    await api.data(
      'mutation ($input: AgreementActionInput!, $id: ID!) { recordAgreementAction(agreement: $id, input: $input) { id } }',
      { id, input: { kind: 'SIGNATURE', on: { edtf: '2020' } } },
    );
    await comes('2026-11-22');

    expect(await changes(id, 'agreement')).toEqual(['AMENDED']);
  });

  test('is told to those alone who see it change', async () => {
    const id = await api.given.agreement({
      title: 'In force in secret',
      parties: PARTIES,
      actions: ENTERING,
    });
    await api.database.writer.query(
      `WITH hidden AS (UPDATE agreement_action SET marking = 3 WHERE record_id = $1 AND kind = 'ENTRY_INTO_FORCE')
       INSERT INTO event_outbox (version_id, record_id) SELECT id, record_id FROM record_version WHERE record_id = $1`,
      [uuidOf(id, 'agreement', 'id')],
    );
    await comes('2099-04-30');
    await comes('2099-05-02');

    expect(await versions(id, 'agreement')).toMatchObject([{ change: 'STATUS_CHANGED', marking: 3 }]);
  });
});
