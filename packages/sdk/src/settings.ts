import type { Token } from './auth.js';
import type { ClientEvent } from './client-event.js';
import type { Transport } from './transport.js';

/** The options of a client with every default filled in. Used by the functions of this SDK; may change. */
export interface Settings {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>> | undefined;
  readonly fetch: typeof fetch;
  readonly token: Token;
  readonly attempts: number;
  readonly budgetMs: number;
  readonly timeoutMs: number;
  readonly transport: Transport | undefined;
  readonly emit: (event: ClientEvent) => void;
}
