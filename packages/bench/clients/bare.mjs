// A client with nothing between it and the wire, which drops no repeats: what the server sends twice is seen here.
import { setTimeout as sleep } from 'node:timers/promises';

const QUERY = `subscription ($after: Cursor, $from: StreamStart) { events(after: $after, from: $from, checkpointSeconds: 5) {
  __typename cursor ... on EventDelivered { event { id recordId recordVersion } } } }`;
/** Three checkpoints. */
const SILENCE_MS = 15_000;

export async function* bare({ Client, url, token }) {
  let after = null;
  for (;;) {
    for await (const { __typename: type, cursor, event } of connection({ Client, url, token, after })) {
      if (type === 'EventDelivered')
        yield { id: event.id, recordId: event.recordId, version: event.recordVersion, cursor };
      after = cursor;
    }
    await sleep(100 + Math.random() * 400);
  }
}

/** The frames of one connection, until it ends or is silent. A refusal of the subscription is thrown. */
async function* connection({ Client, url, token, after }) {
  const came = [];
  let wake = () => undefined;
  let heardAt = Date.now();
  let isOver = false;
  const client = new Client({
    port: Number(new URL(url).port),
    token,
    query: QUERY,
    variables: after === null ? { from: 'EARLIEST' } : { after },
    onMessage(body) {
      heardAt = Date.now();
      came.push(body.toString());
      wake();
    },
    onEnd() {
      isOver = true;
      wake();
    },
  });
  const timer = setInterval(() => {
    if (Date.now() - heardAt < SILENCE_MS) return;
    client.close();
    isOver = true;
    wake();
  }, 1_000);
  client.attached.catch(() => {
    isOver = true;
    wake();
  });
  try {
    for (;;) {
      for (const text of came.splice(0)) {
        const frame = frameIn(text);
        if (frame) yield frame;
      }
      if (came.length > 0) continue;
      if (isOver) return;
      await new Promise((resolve) => {
        wake = resolve;
      });
    }
  } finally {
    clearInterval(timer);
    client.close();
  }
}

const PASSING = new Set(['OVERLOADED', 'DEADLINE_EXCEEDED', 'RATE_LIMITED', 'INTERNAL']);

/** The frame in a message of either protocol; null if it holds none. */
function frameIn(text) {
  const json = text.startsWith('{') ? text : /^data: (.+)$/m.exec(text)?.[1];
  if (!json) return null;
  const message = JSON.parse(json);
  const { data, errors } = message.type === 'next' ? message.payload : message;
  const refusals = errors ?? (message.type === 'error' ? message.payload : []);
  const refusal = refusals.find(({ extensions }) => !PASSING.has(extensions?.code));
  if (refusal) throw new Error(`refused: ${JSON.stringify(refusal)}`);
  return data?.events ?? null;
}
