// Reads the log by asking again and again: `events(after:)`, with the cursor of what was dealt with last.
import { setTimeout as sleep } from 'node:timers/promises';

const EVENTS = `query ($after: Cursor, $first: Int!) {
  events(after: $after, first: $first) { edges { cursor node { id recordId recordVersion } } }
}`;

/** `store` remembers the cursor: saved after the caller has dealt with an event, that is when it asks for the next. */
export async function* pull({ url, token, store, first = 100, everyMs = 200, isStopped = () => false }) {
  let after = store.load();
  while (!isStopped()) {
    const edges = await page({ url, token, after, first });
    for (const { cursor, node } of edges ?? []) {
      yield { id: node.id, recordId: node.recordId, version: node.recordVersion, cursor };
      after = cursor;
      store.save(cursor);
    }
    if (!edges || edges.length < first) await sleep(everyMs);
  }
}

/** Null if there was no answer: it is asked again. A refusal is nothing that asking again would mend. */
async function page({ url, token, after, first }) {
  let answer;
  try {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query: EVENTS, variables: { after, first } }),
      signal: AbortSignal.timeout(5_000),
    });
    // Of HTTP: a connection that was too late, or that was cut short, by something on the way.
    if (response.status === 408 || response.status >= 500) return null;
    answer = await response.json();
  } catch {
    return null;
  }
  const refusal = answer.errors?.find(({ extensions }) => !PASSING.has(extensions?.code));
  if (refusal) throw new Error(`refused: ${JSON.stringify(refusal)}`);
  return answer.errors ? null : answer.data.events.edges;
}

const PASSING = new Set(['OVERLOADED', 'DEADLINE_EXCEEDED', 'RATE_LIMITED']);
