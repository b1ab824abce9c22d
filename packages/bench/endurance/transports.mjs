import { fileCursor } from '@entente/sdk/node';
import { pull } from '../clients/pull.mjs';
import { follow } from '../clients/sdk.mjs';
import { cursorIn } from './note.mjs';

/**
 * By transport: what happens, as `{ id, recordId, version, cursor }`, through the clients that people use. Whoever may be killed
 * gives the file that holds its cursor.
 */
export const subscribe = {
  pull: ({ url, token, file }) => pull({ url, token, store: cursorIn(file) }),
  sse: ({ url, token, file, isKilled }) =>
    follow({ url, token, store: isKilled ? fileCursor(file) : undefined }),
};
