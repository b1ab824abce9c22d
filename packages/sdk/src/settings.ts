import type { Token } from './auth.js';
import type { ClientEvent } from './client-event.js';
import type { Address, Transport } from './transport.js';

/** The options of a client with every default filled in. Used by the functions of this SDK; may change. */
export interface Settings extends Address {
  readonly token: Token;
  readonly attempts: number;
  readonly budgetMs: number;
  readonly transport: Transport | undefined;
  readonly emit: (event: ClientEvent) => void;
}
