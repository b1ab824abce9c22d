import type { DomainError } from '../../platform/errors';
import type { Exchange } from './exchange';

/** The requests in the house: who is still here when it closes. */
export class Running {
  readonly #exchanges = new Set<Exchange>();
  #whenEmpty: (() => void) | null = null;

  add(exchange: Exchange): void {
    this.#exchanges.add(exchange);
  }

  remove(exchange: Exchange): void {
    this.#exchanges.delete(exchange);
    if (this.#exchanges.size === 0) this.#whenEmpty?.();
  }

  empty(): Promise<void> {
    if (this.#exchanges.size === 0) return Promise.resolve();
    return new Promise((resolve) => {
      this.#whenEmpty = resolve;
    });
  }

  abortAll(reason: DomainError): void {
    for (const exchange of this.#exchanges) exchange.abort(reason);
  }
}
