import { DomainError } from '../../../platform/errors';
import type { Limits } from '../../limits';

const RETRY_AFTER_MS = 1_000;

/** How many streams, and connections that carry them, are open: in all and by address. */
export class StreamGate {
  /** No stream begins any more. */
  isClosing = false;
  #streams = 0;
  #connections = 0;
  readonly #byAddress = new Map<string, number>();

  constructor(private readonly limits: Pick<Limits, 'streams' | 'addressConnections'>) {}

  /** Throws when no stream may begin. Answers what is to be called once at its end. */
  begin(): () => void {
    this.refuseWhileClosing();
    const { streams } = this.limits;
    if (this.#streams >= streams)
      throw overloaded(`The server has ${streams} streams open and takes no more`);
    this.#streams += 1;
    return once(() => {
      this.#streams -= 1;
    });
  }

  /** For a connection that carries streams; an address that is null is not counted. */
  connect(address: string | undefined): () => void {
    this.refuseWhileClosing();
    const { streams, addressConnections } = this.limits;
    if (this.#connections >= streams)
      throw overloaded(`The server has ${streams} connections open and takes no more`);
    const from = address ?? '';
    const open = this.#byAddress.get(from) ?? 0;
    if (open >= addressConnections)
      throw new DomainError(
        'RATE_LIMITED',
        `Your address has ${open} connections with streams open, the most that are allowed`,
        { limit: addressConnections, retryAfterMs: RETRY_AFTER_MS },
      );
    this.#byAddress.set(from, open + 1);
    this.#connections += 1;
    return once(() => {
      this.#connections -= 1;
      const left = (this.#byAddress.get(from) ?? 1) - 1;
      if (left > 0) this.#byAddress.set(from, left);
      else this.#byAddress.delete(from);
    });
  }

  refuseWhileClosing(): void {
    if (this.isClosing) throw closing();
  }
}

export function closing(): DomainError {
  return overloaded('The server is stopping; come back');
}

function overloaded(message: string): DomainError {
  return new DomainError('OVERLOADED', message, { retryAfterMs: RETRY_AFTER_MS });
}

export function once(fn: () => void): () => void {
  let isDone = false;
  return () => {
    if (isDone) return;
    isDone = true;
    fn();
  };
}
