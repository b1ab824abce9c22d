import { DEMO_IDS as ID } from '../../src/features/demo/demo-ids.rule';
import { type DemoWorld, WHOLE } from '../questions/demo-world';
import { addNumbers } from './bundle-numbers';
import { plantRun } from './import-runs';

/** Records of every sort, four engagements among them, joined to the demo record so that each of its questions finds more. */
export async function addBundle(world: DemoWorld, number: number): Promise<void> {
  const { given } = world.api;
  const { outlet, source } = await world.article(`Outlet ${number}`, {
    published: { edtf: '2021-04' },
    repeats: [{ cites: ID.SRC_MOIIQ, kind: 'EXTRACT' }],
  });
  for (const grade of [{ affiliation: 'STATE_OWNED', source }, { reliability: 'B' }])
    await send(world, 'assessOutlet', 'OutletAssessmentInput', {
      outlet,
      from: '2020-01-01',
      reason: 'It says so',
      ...grade,
    });
  const tenure = await world.tenure(`Minister ${number}`, 'Interior Minister', {
    organization: ID.MOI_IQ,
    level: 'MINISTER',
  });
  const place = await given.place(`Town ${number}`, 'QA');
  const visit = await addVisits(world, { number, source, tenure, place });
  const agreement = await addAgreement(world, visit, source);
  const event = await given.contextEvent({
    kind: 'BLOCKADE',
    when: { edtf: '2017/' },
    place,
    actors: [
      { actor: ID.G4, role: 'IMPOSER' },
      { actor: 'QA', role: 'TARGET' },
    ],
    evidence: [said(source, 'There was another one.')],
  });
  await send(
    world,
    'recordName',
    'NameInput',
    { value: `al-Qanemi (${number})`, firstSource: source },
    { record: ID.QANEMI },
  );
  await addClaims(world, { source, agreement, event });
  await addNumbers(world, number);
  await plantRun(world.api, number);
}

const said = (source: string, statement: string, more = {}) => ({
  source,
  statement,
  passages: [WHOLE],
  attributions: [{ kind: 'OFFICIAL', speaker: ID.MOI_IQ, referencedSource: ID.SRC_MOIIQ }],
  ...more,
});

interface Scene {
  number: number;
  source: string;
  tenure: string;
  place: string;
}

async function addVisits({ api }: DemoWorld, { number, source, tenure, place }: Scene): Promise<string> {
  const visit = await api.given.engagement({
    kind: 'VISIT',
    place,
    when: { text: 'that week', edtf: '2021-03-17' },
    venueText: 'the ministry',
    venueOrganization: ID.MOI_QA,
    participations: [
      { tenure, role: 'VISITOR' },
      { tenure: await holderOf(api) },
      { actor: ID.MOI_QA, role: 'HOST', level: 'OFFICIAL' },
      { descriptor: 'officials', number: 'SEVERAL', onBehalfOf: 'QA' },
    ],
    agenda: [{ topic: 'counter-terrorism', centrality: 'MAIN' }, { agreement: ID.AG1 }],
    links: [{ to: ID.E5, kind: 'ATTENDS' }],
    names: [{ value: `Visit ${number}`, firstSource: source }],
    codes: [{ scheme: 'CAMEO', code: '042', version: '1.1b3' }],
    evidence: [
      said(source, 'There was a visit.', {
        fields: ['kind', 'when', 'participations.0', 'agenda.0', 'links.0', 'names.0'],
      }),
      said(source, 'It was in person.', { fields: ['mode'], value: 'IN_PERSON', modality: 'INFERRED' }),
      said(source, 'Nothing else is told.', { fields: ['agenda'], gap: 'NOT_DISCLOSED' }),
    ],
  });
  await api.given.engagement({
    parent: ID.E3,
    sequence: number + 1,
    participations: [{ tenure }, { actor: 'QA' }],
  });
  for (const [status, kind] of [
    ['EXPECTED', 'TALKS'],
    ['INVITED', 'VISIT'],
  ])
    await api.given.engagement({
      kind,
      status,
      when: { edtf: '2020-03' },
      participations: [
        { actor: 'IQ', role: 'VISITOR' },
        { actor: 'QA', role: 'INVITER' },
      ],
      evidence: [said(source, 'It is expected.', { modality: 'EXPECTED' })],
    });
  return visit;
}

/** In the office that the first question about offices asks for. */
async function holderOf({ given }: DemoWorld['api']): Promise<string> {
  return given.tenure(await given.person('A holder'), ID.P3, {
    from: { edtf: '2021' },
    to: { edtf: '2021' },
  });
}

async function addAgreement(world: DemoWorld, engagement: string, source: string): Promise<string> {
  const agreement = await world.api.given.agreement({
    title: 'An agreement',
    topics: ['security'],
    parties: [{ actor: 'QA' }, { actor: 'IQ' }],
    actions: [
      {
        kind: 'SIGNATURE',
        on: { edtf: '2021-03-17' },
        engagement,
        evidence: [said(source, 'It was signed.')],
      },
    ],
    evidence: [said(source, 'There is an agreement.', { fields: ['title', 'parties.0'] })],
  });
  const action = {
    kind: 'ANNOUNCED',
    party: 'QA',
    on: { edtf: '2021-02' },
    engagement,
    evidence: [said(source, 'It was announced.')],
  };
  await send(world, 'recordAgreementAction', 'AgreementActionInput', action, { agreement: ID.AG1 });
  for (const where of [{ agreement: ID.AG1 }, { engagement: ID.E3 }])
    await send(world, 'recordCommitment', 'CommitmentInput', {
      ...where,
      statement: 'To go on',
      topic: 'security',
      parties: ['QA', 'IQ'],
    });
  await send(world, 'recordImplementationReport', 'ImplementationReportInput', {
    agreement: ID.AG1,
    status: 'PARTIAL',
  });
  return agreement;
}

async function addClaims(
  world: DemoWorld,
  { source, agreement, event }: { [record: string]: string },
): Promise<void> {
  const claim = (predicate: string, targets: object[], more = {}) =>
    world.api.given.claim(
      said(String(source), `It is said (${predicate}).`, { predicate, targets, ...more }),
    );
  const both = [{ record: 'QA' }, { record: 'IQ' }];
  const topic = { role: 'TOPIC', record: 'security' };
  const motive = await claim('OBJECTIVE', [
    { record: 'QA' },
    { role: 'OBJECT', record: 'IQ' },
    { role: 'AGAINST', record: 'SA' },
    { role: 'BENEFICIARY', record: ID.KADHIMI },
    { role: 'CONTEXT', record: event },
    { role: 'OBJECT', descriptor: 'others' },
    topic,
  ]);
  await claim('OBSTACLE', [{ record: agreement }, { role: 'OBJECT', record: ID.AG1 }, topic]);
  await claim('RELATIONSHIP_PHASE', both, { value: 'NORMAL', valid: { edtf: '2003/2010' } });
  const ofVisit = await claim('OBJECTIVE', [
    { record: ID.E3 },
    { record: ID.QANEMI },
    { record: ID.DOHA },
    { record: ID.P3 },
  ]);
  for (const kind of ['SUPPORTS', 'CONTRADICTS', 'CORRECTS']) await world.relate(motive, kind, ID.b26);
  await world.relate(ofVisit, 'REFRAMES', motive);
  const wrong = await claim('ASSESSMENT', [{ record: 'QA' }]);
  await world.api.data(
    'mutation ($id: ID!) { retract(id: $id, expectedVersion: 1, reason: "Misread") { id } }',
    { id: wrong },
  );
}

/** A mutation with its input, and other arguments as they are. */
function send(
  world: DemoWorld,
  mutation: string,
  type: string,
  input: object,
  others: { [name: string]: string } = {},
): Promise<unknown> {
  const rest = Object.entries(others).map(([name, value]) => `, ${name}: ${JSON.stringify(value)}`);
  return world.api.data(`mutation ($input: ${type}!) { ${mutation}(input: $input${rest.join('')}) { id } }`, {
    input,
  });
}
