import { pull } from '../clients/pull.mjs';

/** By transport: what happens, as `{ id, recordId, version, cursor }`, through the clients that people use. */
export const subscribe = { pull };
