import { createClient } from '../src/index';
import { type Asked, ScriptedServer } from './support/scripted-server';

// The nightly run takes 10,000.
const WRITES = Number(process.env.ENTENTE_TEST_WRITES ?? 500);
const FAILING_AFTER_COMMIT = 0.3;

test(`writes once, though three of ten answers are lost after the commit (${WRITES} writes)`, async () => {
  const server = await ScriptedServer.start();
  const written: string[] = [];
  const answers = new Map<string, string>();
  let lost = 0;
  // What the real server does: the first request with a key writes, a repeat gets the first answer.
  server.script = ({ variables }: Asked, response) => {
    const key = variables.idempotencyKey;
    if (!answers.has(key)) {
      written.push(variables.input.title);
      answers.set(key, `engagement_${written.length}`);
    }
    if (Math.random() < FAILING_AFTER_COMMIT) {
      lost++;
      if (lost % 2) return void response.destroy();
      return void response.writeHead(503).end();
    }
    return { data: { recordEngagement: { id: answers.get(key) } } };
  };
  const entente = createClient({ url: server.url, retry: { attempts: 30 } });

  const ids: string[] = [];
  const titles = Array.from({ length: WRITES }, (_, index) => `Talks ${index}`);
  const left = [...titles];
  await Promise.all(
    Array.from({ length: 200 }, async () => {
      for (let title = left.pop(); title; title = left.pop())
        ids.push((await entente.engagements.record({ input: { title } })).id);
    }),
  );

  expect(lost).toBeGreaterThan(WRITES * 0.2);
  expect(written).toHaveLength(WRITES);
  expect(new Set(written)).toEqual(new Set(titles));
  expect(new Set(ids).size).toBe(WRITES);
  await server.stop();
}, 120_000);
