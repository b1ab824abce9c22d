// The stream as integrators read it: the SDK's iterator, which connects again by itself.
import { createClient } from '@entente/sdk';

/** By server-sent events, or by what `transport` carries it. Without a store the cursor lives as long as the process. */
export async function* follow({ url, token, store, transport }) {
  const entente = createClient({ url: `${url}/graphql`, auth: token });
  const options = { from: 'EARLIEST', store, transport, checkpointSeconds: 5 };
  for await (const item of entente.events({}, options))
    yield {
      id: item.event.id,
      recordId: item.recordId,
      version: item.recordVersion,
      cursor: item.cursor,
    };
}
