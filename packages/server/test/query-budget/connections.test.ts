import { Api } from '../harness/api';
import { testDatabase } from '../harness/postgres/test-database';
import { DemoWorld } from '../questions/demo-world';
import { exampleTitled } from '../questions/examples';

const CONNECTIONS = 2;

test('requests that read the past beside the present do not wait for each other’s connections', async () => {
  await DemoWorld.prepare();
  const api = await Api.open(testDatabase(), CONNECTIONS);
  const { query, variables } = exampleTitled(
    '3. What did we believe about an engagement on a day, and what do we believe now?',
  );

  const day = new Date().toISOString();
  const answers = await Promise.all(
    Array.from({ length: 2 * CONNECTIONS }, () => api.read(0, query, { ...variables, day })),
  );
  await api.close();

  for (const { errors, data } of answers) {
    expect(errors).toBeUndefined();
    expect(data.then.engagement).toEqual(data.now);
  }
});
