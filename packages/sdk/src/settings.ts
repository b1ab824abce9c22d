import type { Token } from './auth.js';
import type { ClientEvent } from './events.js';

/** The options of a client with every default filled in. */
export interface Settings {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>> | undefined;
  readonly fetch: typeof fetch;
  readonly token: Token;
  readonly attempts: number;
  readonly budgetMs: number;
  readonly timeoutMs: number;
  readonly emit: (event: ClientEvent) => void;
}
