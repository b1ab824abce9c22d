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

const EVERYTHING = `{
  agreements(first: 100) {
    totalCount
    nodes {
      id label version status then: status(on: "2012-01-01") topics { slug } depositary { label }
      supersedes { label } supersededBy { label } amends { label } amendedBy { label }
      parties { status hasSigned hasReservation consent { kind } actions { kind } actor { label } agreement { id } }
      actions(first: 5) { totalCount nodes { kind statusAfter party { label } by { id } engagement { id } agreement { id } } }
      signed: milestone(of: SIGNATURE) { edtf } ended: milestone(of: TERMINATION) { edtf }
      lag(from: SIGNATURE, to: ENTRY_INTO_FORCE) { minimum }
      engagements(first: 2) { totalCount nodes { id agreements(first: 2) { totalCount nodes { id } } commitments { id } agenda { agreement { id } } } }
      commitments { status topic { slug } parties { label } reports { status } engagement { id } agreement { id } }
      reports { status commitment { id } agreement { id } }
    }
  }
  agreementParties(first: 100) { totalCount nodes { status } }
  actors(first: 20) { nodes { agreements(first: 2) { totalCount nodes { id } } } }
}`;

async function grow(count: number): Promise<void> {
  for (let round = 0; round < count; round++) {
    const id = await world.record({
      actions: [deed(['SIGNATURE', '2011']), deed(['RATIFICATION', '2012', 'QA'])],
    });
    const engagement = await world.engagement({ agenda: [{ agreement: id }] });
    await world.act(id, { kind: 'ENTRY_INTO_FORCE', on: { edtf: '2013' }, engagement });
    const { recordCommitment } = await api.data(
      'mutation ($id: ID!) { recordCommitment(input: {agreement: $id, parties: ["QA"], statement: "To help."}) { id } }',
      { id },
    );
    await api.data(
      `mutation ($id: ID!, $commitment: ID!) {
        one: recordImplementationReport(input: {agreement: $id, status: PARTIAL}) { id }
        other: recordImplementationReport(input: {commitment: $commitment, status: PARTIAL}) { id }
      }`,
      { id, commitment: recordCommitment.id },
    );
    await world.record({ supersedes: [id], amends: [id] });
  }
}

test('as many statements are asked for many agreements as for few, with all that hangs on them', async () => {
  const statements = async () => {
    api.sql.length = 0;
    await api.data(EVERYTHING);
    return api.sql.length;
  };
  await grow(2);
  const few = await statements();
  await grow(23);
  const many = await statements();

  // Answers that come at once are loaded from together: how many do, varies a little.
  expect(Math.abs(many - few)).toBeLessThan(4);
  expect(many).toBeLessThan(50);
}, 60_000);
