import { fileCursor } from '@entente/sdk/node';
import { webSocket } from '@entente/sdk/ws';
import WebSocket from 'ws';
import { bare } from '../clients/bare.mjs';
import { pull } from '../clients/pull.mjs';
import { RawSse } from '../clients/raw-sse.mjs';
import { RawWs } from '../clients/raw-ws.mjs';
import { follow } from '../clients/sdk.mjs';
import { cursorIn } from './note.mjs';

const storeOf = ({ file, isKilled }) => (isKilled ? fileCursor(file) : undefined);

/**
 * By transport: what happens, as `{ id, recordId, version, cursor }`, through the clients that people use. Whoever may be killed
 * has a file that keeps its cursor. `isBare`: without the client that drops repeats.
 */
export const subscribe = {
  pull: ({ url, token, file }) => pull({ url, token, store: cursorIn(file) }),
  sse: (how) => (how.isBare ? bare({ ...how, Client: RawSse }) : follow({ ...how, store: storeOf(how) })),
  ws: (how) =>
    how.isBare
      ? bare({ ...how, Client: RawWs })
      : follow({ ...how, store: storeOf(how), transport: webSocket({ webSocketImpl: WebSocket }) }),
};
