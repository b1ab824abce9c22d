import { AgreementWorld, deed } from '../../../test/harness/agreement-world';
import { Api } from '../../../test/harness/api';
import { freshTestDatabase } from '../../../test/harness/postgres/test-database';

let api: Api;
let world: AgreementWorld;
beforeAll(async () => {
  api = await Api.open(await freshTestDatabase());
  world = new AgreementWorld(api);
});
afterAll(() => api.close());

const RECORD = `mutation ($input: AgreementInput!, $key: String) {
  recordAgreement(input: $input, idempotencyKey: $key) { ...Whole }
}
fragment Whole on Agreement {
  id version label status marking title number form isBinding ambit consentMode registrations expectedBy { text edtf }
  depositary { label } topics { slug } supersedes { id } amends { id } names { value }
  parties { id side appliesTo actor { label } } actions { totalCount nodes { kind on { edtf } party { label } engagement { id } text } }
}`;

const AMEND = `mutation ($id: ID!, $version: Int!, $input: AgreementInput!) {
  amendAgreement(id: $id, expectedVersion: $version, input: $input, reason: "correction") {
    version title registrations topics { slug } supersedes { label } amends { label } parties { id side actor { label } }
  }
}`;

const BETWEEN_TWO = [{ actor: 'QA' }, { actor: 'IQ' }];

async function refusal(source: string, variables: object): Promise<object | undefined> {
  const { errors } = await api.query(source, variables as never);
  return errors?.[0]?.extensions;
}

async function topic(slug: string, parent?: string): Promise<string> {
  await api.data('mutation ($input: TopicInput!) { recordTopic(input: $input) { id } }', {
    input: { slug, parent, names: [{ value: slug }] },
  });
  return slug;
}

describe('recordAgreement', () => {
  test('records all that is known of an agreement', async () => {
    const [former, changed] = [await world.record({ title: 'Former pact' }), await world.record()];
    const engagement = await world.engagement({ title: 'Signing' });
    const input = {
      title: 'Pact on borders',
      form: 'TREATY',
      isBinding: true,
      ambit: 'BILATERAL',
      consentMode: 'RATIFICATION',
      topics: [await topic('borders'), await topic('patrols')],
      depositary: 'KW',
      registrations: ['UNTS I-54113'],
      supersedes: [former],
      amends: [changed],
      expectedBy: { text: 'by summer', edtf: '2022' },
      parties: [{ actor: 'QA', side: 'Gulf', appliesTo: ['an island'] }, { actor: 'Q796' }],
      actions: [
        { kind: 'DECLARATION', party: 'IQ', on: { edtf: '2021-03' }, engagement, text: 'We declare.' },
      ],
      names: [{ value: 'Border pact' }],
    };

    const { recordAgreement } = await api.data(RECORD, { input });
    expect(recordAgreement).toMatchObject({
      version: 1,
      label: 'Pact on borders',
      status: 'ANTICIPATED',
      marking: 'CLEAR',
      number: 'ONE',
      form: 'TREATY',
      isBinding: true,
      ambit: 'BILATERAL',
      consentMode: 'RATIFICATION',
      registrations: ['UNTS I-54113'],
      expectedBy: { text: 'by summer', edtf: '2022' },
      depositary: { label: 'Kuwait' },
      topics: [{ slug: 'borders' }, { slug: 'patrols' }],
      supersedes: [{ id: former }],
      amends: [{ id: changed }],
      names: [{ value: 'Border pact' }],
      parties: [
        { side: 'Gulf', appliesTo: ['an island'], actor: { label: 'Qatar' } },
        { side: null, appliesTo: [], actor: { label: 'Iraq' } },
      ],
      actions: {
        nodes: [
          {
            kind: 'DECLARATION',
            on: { edtf: '2021-03' },
            party: { label: 'Iraq' },
            engagement: { id: engagement },
            text: 'We declare.',
          },
        ],
      },
    });
    const back = await api.data(
      `query ($former: ID!, $changed: ID!) {
        former: agreement(id: $former) { supersededBy { label } amendedBy { label } }
        changed: agreement(id: $changed) { supersededBy { label } amendedBy { label } }
      }`,
      { former, changed },
    );
    expect(back).toEqual({
      former: { supersededBy: [{ label: 'Pact on borders' }], amendedBy: [] },
      changed: { supersededBy: [], amendedBy: [{ label: 'Pact on borders' }] },
    });
  });

  test('is the same agreement when repeated with one key', async () => {
    const variables = { input: { parties: BETWEEN_TWO }, key: 'once' };
    const [first, second] = [await api.data(RECORD, variables), await api.data(RECORD, variables)];
    expect(second).toEqual(first);

    expect(await refusal(RECORD, { ...variables, input: { parties: [{ actor: 'QA' }] } })).toMatchObject({
      code: 'CONFLICT',
    });
  });

  test.each<[string, object, string, string]>([
    ['without a party', {}, 'BAD_USER_INPUT', 'parties'],
    ['with an empty list of parties', { parties: [] }, 'BAD_USER_INPUT', 'parties'],
    ['with an unknown party', { parties: [{ actor: 'ZZ' }] }, 'BAD_USER_INPUT', 'parties.0.actor'],
    [
      'with an action on a day that is none',
      {
        parties: BETWEEN_TWO,
        actions: [{ kind: 'SIGNATURE' }, { kind: 'SIGNATURE', on: { edtf: '2021-13' } }],
      },
      'BAD_USER_INPUT',
      'actions.1.on.edtf',
    ],
    [
      'signed where there was no engagement',
      {
        parties: BETWEEN_TWO,
        actions: [{ kind: 'SIGNATURE', engagement: 'engagement_01h455vb4pex5vsknk084sn02q' }],
      },
      'NOT_FOUND',
      'actions.0.engagement',
    ],
    [
      'on an unknown topic',
      { parties: BETWEEN_TWO, topics: ['no-such-topic'] },
      'BAD_USER_INPUT',
      'topics.0',
    ],
    [
      'registered more often than can be shown',
      { parties: BETWEEN_TWO, registrations: Array.from({ length: 21 }, (_, at) => `UNTS ${at}`) },
      'BAD_USER_INPUT',
      'registrations',
    ],
  ])('refuses one %s', async (_, input, code, field) => {
    expect(await refusal(RECORD, { input })).toMatchObject({ code, field });
  });

  test('is marked as its strictest evidence, an action as its own', async () => {
    const { recordSource } = await api.data(
      'mutation ($input: SourceInput!) { recordSource(input: $input) { id } }',
      {
        input: { kind: 'INTERVIEW', title: 'Interview', text: 'They signed a pact.', marking: 'AMBER' },
      },
    );
    const evidence = [
      {
        source: recordSource.id,
        statement: 'They signed it.',
        passages: [{ quote: 'They signed a pact.', start: 0, end: 19 }],
      },
    ];
    const { recordAgreement } = await api.data(RECORD, {
      input: {
        parties: BETWEEN_TWO,
        actions: [{ kind: 'SIGNATURE' }],
        evidence: [{ ...evidence[0], fields: ['parties.0', 'topics', 'actions.0'] }],
      },
    });
    expect(recordAgreement.marking).toBe('AMBER');

    const open = await world.record({ actions: [{ kind: 'SIGNATURE', evidence }] });
    const { agreement } = await api.data(
      'query ($id: ID!) { agreement(id: $id) { marking actions { nodes { marking modality } } } }',
      {
        id: open,
      },
    );
    expect(agreement).toEqual({
      marking: 'CLEAR',
      actions: { nodes: [{ marking: 'AMBER', modality: 'ASSERTED' }] },
    });
  });
});

describe('amendAgreement', () => {
  test('replaces the lists it gives, and keeps what is named in them by id', async () => {
    const [one, other] = [await world.record({ title: 'One' }), await world.record({ title: 'Other' })];
    const [kept, dropped, added] = [await topic('kept'), await topic('dropped'), await topic('added')];
    const { recordAgreement: before } = await api.data(RECORD, {
      input: {
        title: 'Draft',
        parties: BETWEEN_TWO,
        topics: [kept, dropped],
        supersedes: [one],
        amends: [other],
        registrations: ['A'],
      },
    });
    const [qatar] = before.parties;

    const { amendAgreement } = await api.data(AMEND, {
      id: before.id,
      version: 1,
      input: {
        parties: [{ id: qatar.id, actor: 'QA', side: 'host' }, { actor: 'KW' }],
        topics: [added, kept],
        supersedes: [one, other],
        amends: null,
      },
    });
    expect(amendAgreement).toEqual({
      version: 2,
      title: 'Draft',
      registrations: ['A'],
      topics: [{ slug: 'added' }, { slug: 'kept' }],
      supersedes: [{ label: 'One' }, { label: 'Other' }],
      amends: [],
      parties: [
        { id: qatar.id, side: 'host', actor: { label: 'Qatar' } },
        { id: expect.not.stringMatching(before.parties[1].id), side: null, actor: { label: 'Kuwait' } },
      ],
    });
    const { history } = await api.data('query ($id: ID!) { history(id: $id) { version changed } }', {
      id: before.id,
    });
    const withdrawn = (part: string) =>
      history[0].changed.filter((path: string) => path.startsWith(part) && path.endsWith('.retractedAt'));
    expect(withdrawn('agreement_topic')).toHaveLength(1);
    expect(withdrawn('agreement_party')).toEqual([`${before.parties[1].id}.retractedAt`]);
  });

  test.each<[string, object, string]>([
    ['first actions', { actions: [{ kind: 'SIGNATURE' }] }, 'actions'],
    ['a list without parties', { parties: [] }, 'parties'],
    ['no parties at all', { parties: null }, 'parties'],
    [
      'a party of another agreement',
      { parties: [{ id: 'agreement_party_01h455vb4pex5vsknk084sn02q', actor: 'QA' }] },
      'parties.0.id',
    ],
  ])('refuses %s', async (_, input, field) => {
    expect(await refusal(AMEND, { id: await world.record(), version: 1, input })).toMatchObject({ field });
  });

  test('refuses an agreement that succeeds itself', async () => {
    const id = await world.record();

    expect(await refusal(AMEND, { id, version: 1, input: { supersedes: [id] } })).toMatchObject({
      code: 'BAD_USER_INPUT',
      field: 'supersedes.0',
    });
  });

  test('tells of another version that was recorded meanwhile', async () => {
    const id = await world.record();
    await world.act(id, deed(['SIGNATURE', '2010']));

    expect(await refusal(AMEND, { id, version: 1, input: { title: 'Late' } })).toMatchObject({
      code: 'CONFLICT',
      currentVersion: 2,
    });
  });
});

describe('recordAgreementAction', () => {
  const ACT = `mutation ($agreement: ID!, $input: AgreementActionInput!, $key: String) {
    recordAgreementAction(agreement: $agreement, input: $input, idempotencyKey: $key) {
      id kind statusAfter agreement { version status actions { totalCount } }
    }
  }`;

  test('computes the status anew, the first action arriving last', async () => {
    const agreement = await world.record();
    await world.act(agreement, deed(['ENTRY_INTO_FORCE', '2012']));

    const { recordAgreementAction } = await api.data(ACT, { agreement, input: deed(['SIGNATURE', '2010']) });
    expect(recordAgreementAction).toMatchObject({
      kind: 'SIGNATURE',
      statusAfter: 'SIGNED',
      agreement: { version: 3, status: 'IN_FORCE' },
    });
  });

  test('is one action when repeated with one key', async () => {
    const agreement = await world.record();
    const variables = { agreement, input: deed(['SIGNATURE', '2010']), key: 'signed' };

    expect(await api.data(ACT, variables)).toEqual(await api.data(ACT, variables));
    const { agreement: now } = await api.data(
      'query ($id: ID!) { agreement(id: $id) { actions { totalCount } } }',
      { id: agreement },
    );
    expect(now.actions.totalCount).toBe(1);
  });

  test('refuses an agreement that does not exist', async () => {
    const agreement = 'agreement_01h455vb4pex5vsknk084sn02q';

    expect(await refusal(ACT, { agreement, input: { kind: 'SIGNATURE' } })).toMatchObject({
      code: 'NOT_FOUND',
      field: 'agreement',
    });
  });

  test('refuses a day that is none by the name of its field', async () => {
    const variables = {
      agreement: await world.record(),
      input: { kind: 'EXPIRY', effectiveOn: { edtf: 'soon' } },
    };

    expect(await refusal(ACT, variables)).toMatchObject({
      code: 'BAD_USER_INPUT',
      field: 'effectiveOn.edtf',
    });
  });
});

describe('the label of an agreement', () => {
  test.each<[string, object]>([
    ['Security framework', { title: 'Security framework', names: [{ value: 'The pact' }] }],
    ['The pact', { names: [{ value: 'The pact' }] }],
    ['Agreements expected, Iraq – Qatar', { number: 'SEVERAL' }],
    ['Agreement expected, Iraq – Qatar', {}],
    ['Agreements, Iraq – Qatar', { number: 'SEVERAL', actions: [{ kind: 'SIGNATURE' }] }],
    ['Memorandum of understanding, Iraq – Qatar', { form: 'MOU' }],
    ['Memoranda of understanding expected, Iraq – Qatar', { form: 'MOU', number: 'SEVERAL' }],
    [
      'Treaty, Iraq – Kuwait – Oman and 2 others',
      { form: 'TREATY', parties: ['QA', 'OM', 'SA', 'IQ', 'KW'].map((actor) => ({ actor })) },
    ],
  ])('is %s', async (label, input) => {
    const id = await world.record(input);

    expect(await api.data('query ($id: ID!) { agreement(id: $id) { label } }', { id })).toEqual({
      agreement: { label },
    });
  });
});
