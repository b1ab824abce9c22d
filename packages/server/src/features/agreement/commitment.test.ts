import { AgreementWorld } from '../../../test/harness/agreement-world';
import { Api } from '../../../test/harness/api';
import { freshTestDatabase } from '../../../test/harness/postgres/test-database';

let api: Api;
let world: AgreementWorld;
beforeAll(async () => {
  api = await Api.open(await freshTestDatabase());
  world = new AgreementWorld(api);
});
afterAll(() => api.close());

const COMMIT = `mutation ($input: CommitmentInput!, $key: String) {
  recordCommitment(input: $input, idempotencyKey: $key) {
    id act statement status due { edtf } topic { slug } parties { label } engagement { version title } agreement { version title } reports { id }
  }
}`;

const REPORT = `mutation ($input: ImplementationReportInput!) {
  recordImplementationReport(input: $input) { id status period { edtf text } commitment { id status } agreement { id version } }
}`;

async function refusal(source: string, input: object): Promise<object | undefined> {
  const { errors } = await api.query(source, { input });
  return errors?.[0]?.extensions;
}

describe('recordCommitment', () => {
  test('records a promise made at an engagement, without a document', async () => {
    await api.data(
      'mutation { recordTopic(input: {slug: "training", names: [{value: "Training"}]}) { id } }',
    );
    const engagement = await world.engagement({ title: 'Talks' });

    const { recordCommitment } = await api.data(COMMIT, {
      input: {
        engagement,
        parties: ['QA', 'IQ', 'QAT'],
        statement: 'To train officers.',
        topic: 'training',
        due: { edtf: '2025' },
      },
    });
    expect(recordCommitment).toMatchObject({
      act: 'MADE',
      statement: 'To train officers.',
      status: null,
      due: { edtf: '2025' },
      topic: { slug: 'training' },
      parties: [{ label: 'Qatar' }, { label: 'Iraq' }],
      engagement: { version: 2, title: 'Talks' },
      agreement: null,
      reports: [],
    });
    const { engagement: there } = await api.data(
      'query ($id: ID!) { engagement(id: $id) { commitments { statement } } }',
      {
        id: engagement,
      },
    );
    expect(there.commitments).toEqual([{ statement: 'To train officers.' }]);
  });

  test('records what an agreement promises', async () => {
    const agreement = await world.record({ title: 'Pact' });
    const input = { agreement, act: 'REAFFIRMED', parties: ['QA'], statement: 'To open an office.' };

    const { recordCommitment } = await api.data(COMMIT, { input, key: 'office' });
    expect(recordCommitment).toMatchObject({
      act: 'REAFFIRMED',
      engagement: null,
      agreement: { version: 2, title: 'Pact' },
    });
    expect((await api.data(COMMIT, { input, key: 'office' })).recordCommitment.id).toBe(recordCommitment.id);
    const answer = await api.data('query ($id: ID!) { agreement(id: $id) { commitments { statement } } }', {
      id: agreement,
    });
    expect(answer.agreement.commitments).toEqual([{ statement: 'To open an office.' }]);
  });

  test.each<[string, object, string]>([
    ['made nowhere', { parties: ['QA'], statement: 'To help.' }, 'engagement'],
    ['by nobody', { agreement: 'here', parties: [], statement: 'To help.' }, 'parties'],
    ['by somebody unknown', { agreement: 'here', parties: ['QA', 'ZZ'], statement: 'To help.' }, 'parties.1'],
    ['that says nothing', { agreement: 'here', parties: ['QA'], statement: ' ' }, 'statement'],
    [
      'due on a day that is none',
      { agreement: 'here', parties: ['QA'], statement: 'To help.', due: { edtf: '2025-02-30' } },
      'due.edtf',
    ],
    [
      'made both at an engagement and in an agreement',
      { agreement: 'here', engagement: 'there', parties: ['QA'], statement: 'To help.' },
      'agreement',
    ],
  ])('refuses a promise %s', async (_, input, field) => {
    const places = {
      ...('agreement' in input ? { agreement: await world.record() } : {}),
      ...('engagement' in input ? { engagement: await world.engagement() } : {}),
    };

    expect(await refusal(COMMIT, { ...input, ...places })).toMatchObject({ code: 'BAD_USER_INPUT', field });
  });

  test('is marked as the record it belongs to, or as what it is known by', async () => {
    const { recordSource } = await api.data(
      'mutation ($input: SourceInput!) { recordSource(input: $input) { id } }',
      {
        input: { kind: 'INTERVIEW', title: 'Interview', text: 'They promised help.', marking: 'AMBER' },
      },
    );
    const input = { parties: ['QA'], statement: 'To help.' };
    const evidence = [
      {
        source: recordSource.id,
        statement: 'They did.',
        passages: [{ quote: 'They promised help.', start: 0, end: 19 }],
      },
    ];
    const marking = async (more: object) => {
      const { recordCommitment } = await api.data(
        'mutation ($input: CommitmentInput!) { recordCommitment(input: $input) { marking modality } }',
        { input: { ...input, ...more } },
      );
      return recordCommitment;
    };

    expect(await marking({ agreement: await world.record({ marking: 'GREEN' }) })).toEqual({
      marking: 'GREEN',
      modality: null,
    });
    expect(await marking({ agreement: await world.record(), evidence })).toEqual({
      marking: 'AMBER',
      modality: 'ASSERTED',
    });
  });

  test('refuses more than can be shown', async () => {
    const engagement = await world.engagement();
    const input = { engagement, parties: ['QA'], statement: 'To help.' };
    for (let count = 0; count < 50; count++) await api.data(COMMIT, { input });

    expect(await refusal(COMMIT, input)).toMatchObject({ code: 'BAD_USER_INPUT', field: 'engagement' });
  }, 60_000);
});

describe('recordImplementationReport', () => {
  async function commitment(input: object): Promise<string> {
    const { recordCommitment } = await api.data(COMMIT, {
      input: { parties: ['QA'], statement: 'To help.', ...input },
    });
    return recordCommitment.id;
  }

  test('tells how far a promise was kept: as the report on the latest period says', async () => {
    const id = await commitment({ engagement: await world.engagement() });
    await api.data(REPORT, { input: { commitment: id, status: 'PARTIAL', period: { edtf: '2024' } } });
    await api.data(REPORT, { input: { commitment: id, status: 'STALLED', period: { text: 'of late' } } });

    const { recordImplementationReport } = await api.data(REPORT, {
      input: { commitment: id, status: 'NOT_STARTED', period: { edtf: '2023' } },
    });
    expect(recordImplementationReport).toMatchObject({
      status: 'NOT_STARTED',
      commitment: { id, status: 'PARTIAL' },
      agreement: null,
    });
    const { node } = await api.data(
      'query ($id: ID!) { node(id: $id) { ... on Commitment { status reports { status } } } }',
      { id },
    );
    expect(node).toEqual({
      status: 'PARTIAL',
      reports: [{ status: 'PARTIAL' }, { status: 'NOT_STARTED' }, { status: 'STALLED' }],
    });
  });

  test('tells how far an agreement was carried out, which is not how far its promises were kept', async () => {
    const agreement = await world.record();
    const promise = await commitment({ agreement });
    await api.data(REPORT, { input: { commitment: promise, status: 'REVERSED' } });
    const { recordImplementationReport } = await api.data(REPORT, {
      input: { agreement, status: 'COMPLETE' },
    });

    expect(recordImplementationReport).toMatchObject({
      commitment: null,
      agreement: { id: agreement, version: 4 },
    });
    const answer = await api.data(
      'query ($id: ID!) { agreement(id: $id) { reports { status } commitments { status reports { status agreement { id } } } } }',
      { id: agreement },
    );
    expect(answer.agreement).toEqual({
      reports: [{ status: 'COMPLETE' }],
      commitments: [{ status: 'REVERSED', reports: [{ status: 'REVERSED', agreement: null }] }],
    });
  });

  test('refuses a report on nothing, and one on two things', async () => {
    const agreement = await world.record();

    expect(await refusal(REPORT, { status: 'PARTIAL' })).toMatchObject({ field: 'commitment' });
    expect(
      await refusal(REPORT, { status: 'PARTIAL', agreement, commitment: await commitment({ agreement }) }),
    ).toMatchObject({
      field: 'agreement',
    });
  });
});
