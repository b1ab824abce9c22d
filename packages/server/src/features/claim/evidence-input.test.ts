import { Api } from '../../../test/harness/api';
import { EvidenceWorld } from '../../../test/harness/evidence';

let api: Api;
let world: EvidenceWorld;
let source: string;
beforeAll(async () => {
  api = await Api.open();
  world = new EvidenceWorld(api);
  source = await world.source({ kind: 'DATASET_ROW' });
});
afterAll(() => api.close());

const RECORD = `mutation ($input: EngagementInput!) {
  recordEngagement(input: $input) {
    id marking participations { id modality claims { statement } } agenda { id modality }
    claims(orderBy: IN_TEXT) { nodes { statement targets { role record { id } part { id __typename } field } } }
  }
}`;

/** An engagement with one claim inside its input. */
async function record(evidence: object[], more: object = {}) {
  const input = {
    kind: 'MEETING',
    status: 'HELD',
    when: { text: 'this week' },
    participations: [
      { actor: 'QA', role: 'HOST' },
      { actor: 'IQ', level: 'MINISTER' },
    ],
    codes: [{ scheme: 'CAMEO', code: '040', version: '1.1b3' }],
    ...more,
    evidence: evidence.map((claim) => ({ source, statement: 'They met', ...claim })),
  };
  return api.query(RECORD, { input });
}

describe('evidence inside another input', () => {
  test('supports the whole record where it names no fields', async () => {
    const { data } = await record([{}]);

    expect(data.recordEngagement.claims.nodes).toMatchObject([
      {
        statement: 'They met',
        targets: [{ role: 'SUBJECT', record: { id: data.recordEngagement.id }, part: null, field: null }],
      },
    ]);
  });

  test('supports fields, parts, and fields of parts, by their path in the input', async () => {
    const { data } = await record([
      { fields: ['when', 'participations.0', 'participations.1.level', 'participations.1.level'] },
    ]);

    const [host, guest] = data.recordEngagement.participations;
    expect(data.recordEngagement.claims.nodes[0].targets).toMatchObject([
      { part: null, field: 'when' },
      { part: { id: host.id, __typename: 'Participation' }, field: null },
      { part: { id: guest.id }, field: 'level' },
    ]);
    expect(host).toMatchObject({ modality: 'ASSERTED', claims: [{ statement: 'They met' }] });
  });

  test('may say of a list or of a field not given that it is empty, and why', async () => {
    const { data } = await record([{ fields: ['agenda'], gap: 'NOT_DISCLOSED' }]);

    expect(data.recordEngagement.claims.nodes[0].targets).toMatchObject([{ part: null, field: 'agenda' }]);
  });

  test('names the list where its rows are too small for evidence of their own', async () => {
    const { data } = await record([{ fields: ['codes.0'] }]);

    expect(data.recordEngagement.claims.nodes[0].targets).toMatchObject([{ part: null, field: 'codes' }]);
  });

  test.each([
    'whenn',
    'participations.2',
    'participations.-1',
    'participations.x',
    'agenda.0',
    'participations.0.lvl',
    'participations.0.id',
    'when.text',
    '',
    'participations.0.level.x',
    '__proto__',
    'constructor.0',
  ])('refuses the path "%s", which names nothing of the input', async (path) => {
    const { data, errors } = await record([{}, { fields: ['when', path] }]);

    expect(data.recordEngagement).toBeNull();
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'evidence.1.fields.1' });
  });

  test('may be about others too', async () => {
    const { data } = await record([{ targets: [{ record: 'QA', role: 'OBJECT' }] }]);

    expect(data.recordEngagement.claims.nodes[0].targets).toMatchObject([
      { role: 'SUBJECT', record: { id: data.recordEngagement.id } },
      { role: 'OBJECT' },
    ]);
  });

  test('is refused with the path of what is wrong in it', async () => {
    const { errors } = await record([{}, { statement: ' ' }]);

    expect(errors?.[0]?.extensions).toMatchObject({ field: 'evidence.1.statement' });
  });

  test('keeps the record as closely as the strictest of it', async () => {
    const amber = await world.source({ kind: 'DATASET_ROW', marking: 'AMBER' });

    expect((await record([{}, { source: amber }])).data.recordEngagement.marking).toBe('AMBER');
    expect((await record([{ marking: 'RED' }])).data.recordEngagement.marking).toBe('RED');
    expect((await record([{ source: amber }], { marking: 'CLEAR' })).data.recordEngagement.marking).toBe(
      'CLEAR',
    );
  });

  test('of a source stands in that source, unless another is named', async () => {
    const { recordSource } = await api.data(
      `mutation ($input: SourceInput!) { recordSource(input: $input) { id statements { nodes { targets { record { id } field } } } } }`,
      {
        input: {
          kind: 'NEWS_ARTICLE',
          text: 'Doha, Qatar – They met.',
          dateline: 'Doha, Qatar –',
          evidence: [
            {
              statement: 'Dateline',
              fields: ['dateline'],
              passages: [{ quote: 'Doha, Qatar –', start: 0, end: 13 }],
            },
          ],
        },
      },
    );

    expect(recordSource.statements.nodes).toMatchObject([
      { targets: [{ record: { id: recordSource.id }, field: 'dateline' }] },
    ]);
  });

  test('of a name is about the name', async () => {
    const { recordName } = await api.data(
      `mutation ($input: NameInput!) { recordName(record: "QA", input: $input) { id modality claims { statement targets { field part { id } } } } }`,
      {
        input: {
          value: 'State of Qatar',
          evidence: [
            { source, statement: 'So it is called' },
            { source, statement: 'In English', fields: ['language'] },
          ],
        },
      },
    );

    expect(recordName).toMatchObject({ modality: 'ASSERTED' });
    expect(recordName.claims.map((claim: { targets: unknown }) => claim.targets)).toEqual([
      [{ field: null, part: { id: recordName.id } }],
      [{ field: 'language', part: { id: recordName.id } }],
    ]);
  });
});

describe('claims of many records at once', () => {
  const BULK = `mutation ($inputs: [EngagementInput!]!) {
    recordEngagements(inputs: $inputs) { code field engagement { id claims { nodes { passages { id } } } } }
  }`;

  test('share their passages, and refuse each by itself', async () => {
    const article = await world.source();
    const passages = [{ quoteHash: 'cd'.repeat(32), start: 10, end: 20 }];
    const inputs = [{}, { statement: '' }, {}, {}].map((claim) => ({
      kind: 'MEETING',
      status: 'HELD',
      evidence: [{ source: article, statement: 'They met', passages, ...claim }],
    }));

    const { recordEngagements } = await api.data(BULK, { inputs });

    expect(recordEngagements[1]).toMatchObject({
      code: 'BAD_USER_INPUT',
      field: 'evidence.0.statement',
      engagement: null,
    });
    const ids = [0, 2, 3].map((index) => recordEngagements[index].engagement.claims.nodes[0].passages[0].id);
    expect(new Set(ids).size).toBe(1);
    const { source: read } = await api.data(
      'query ($id: ID!) { source(id: $id) { passages { totalCount nodes { claims { id } } } } }',
      { id: article },
    );
    expect(read.passages.totalCount).toBe(1);
    expect(read.passages.nodes[0].claims).toHaveLength(3);
  });

  test('cost no more statements if they are many', async () => {
    const article = await world.source();
    const inputs = (count: number, offset: number) =>
      Array.from({ length: count }, (_, index) => ({
        kind: 'MEETING',
        status: 'HELD',
        evidence: [
          {
            source: article,
            statement: 'They met',
            targets: [{ record: 'QA', role: 'OBJECT' }],
            passages: [{ quoteHash: 'cd'.repeat(32), start: offset + index, end: 9_999 }],
          },
        ],
      }));
    const cost = async (count: number, offset: number) => {
      const written = jest.spyOn(api.database.writer.logger, 'logQuery');
      await api.data(
        'mutation ($inputs: [EngagementInput!]!) { recordEngagements(inputs: $inputs) { code } }',
        { inputs: inputs(count, offset) },
      );
      const statements = written.mock.calls.length;
      written.mockRestore();
      return statements;
    };

    const few = await cost(2, 0);
    expect(few).toBeGreaterThan(10);
    expect(await cost(40, 100)).toBe(few);
  });
});
