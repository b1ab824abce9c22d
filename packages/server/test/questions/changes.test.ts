import { demoQuestions, ID } from './demo-world';

const question = demoQuestions();

interface Edge {
  cursor: string;
  transition: string;
  node: {
    recordId: string;
    recordVersion: number;
    change: string;
    before: object | null;
    after: object | null;
  };
}

question('31. All changes since a cursor, deletions included', async ({ events }, { world, again }) => {
  // Everything that made the demo record; what the migrations loaded, the states, was there before.
  const ofVisit = events.edges.filter(({ node }: Edge) => node.recordId === ID.E3);
  expect(ofVisit).toMatchObject([
    {
      transition: 'CREATED',
      node: {
        recordType: 'ENGAGEMENT',
        recordVersion: 1,
        change: 'RECORDED',
        before: null,
        after: { kind: 'VISIT', status: 'HELD' },
        by: 'demo',
        reason: 'Demo record',
      },
    },
  ]);
  expect(events.edges.every(({ node }: Edge) => /^(RECORDED|AMENDED)$/.test(node.change))).toBe(true);
  expect(events.pageInfo).toEqual({ hasNextPage: false, endCursor: events.head });
  expect(events.edges.at(-1).cursor).toBe(events.head);

  // A consumer comes back with the cursor it kept.
  const after = events.pageInfo.endCursor;
  expect((await again({ after })).events.edges).toEqual([]);

  const { source } = await world.article('Steppe Gazette');
  const claim = await world.claim(source, 'He came by train.', { targets: [{ record: ID.E3 }] });
  const change = (field: string) => world.api.data(`mutation ($id: ID!) { ${field} }`, { id: claim });
  await change(
    'amendClaim(id: $id, expectedVersion: 1, input: { statement: "He came by car." }, reason: "Misread") { id }',
  );
  await world.api.sequence();
  await change('retract(id: $id, expectedVersion: 2, reason: "Of another visit") { id }');
  await world.api.sequence();
  await change('expunge(id: $id, reason: "A court order")');
  await world.api.sequence();

  const since = (await again({ after })).events.edges as Edge[];
  expect(since.filter(({ node }) => node.recordId === claim)).toMatchObject([
    // What it said is erased here, too; that it was there is not.
    { transition: 'CREATED', node: { recordVersion: 1, change: 'RECORDED', changed: [], after: null } },
    {
      transition: 'UPDATED',
      node: { recordVersion: 2, change: 'AMENDED', changed: [], before: null, after: null, reason: null },
    },
    { transition: 'DELETED', node: { recordVersion: 3, change: 'RETRACTED', reason: null } },
    { transition: 'DELETED', node: { recordVersion: 4, change: 'EXPUNGED', reason: 'A court order' } },
  ]);
  // The outlet, the article and the claim, and nothing of before.
  expect(new Set(since.map(({ node }) => node.recordId)).size).toBe(3);

  // From the middle of a page as from its end.
  const [first, ...rest] = since;
  expect((await again({ after: first?.cursor })).events.edges).toEqual(rest);
});
