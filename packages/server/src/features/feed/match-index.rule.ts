import { keysOf, type Matcher } from './event-match.rule';
import type { LogEntry } from './log-entry.rule';

/** Finds who may want an event by the keys it carries, so that cost follows matches and not the number of those who wait. */
export class MatchIndex<G extends { readonly matcher: Matcher }> {
  readonly #byKey = new Map<string, Set<G>>();
  readonly #always = new Set<G>();

  get isEmpty(): boolean {
    return this.#always.size === 0 && this.#byKey.size === 0;
  }

  add(one: G): void {
    const { anchors } = one.matcher;
    if (anchors === null) this.#always.add(one);
    for (const key of anchors ?? []) {
      const waiting = this.#byKey.get(key);
      if (waiting) waiting.add(one);
      else this.#byKey.set(key, new Set([one]));
    }
  }

  delete(one: G): void {
    this.#always.delete(one);
    for (const key of one.matcher.anchors ?? []) {
      const waiting = this.#byKey.get(key);
      waiting?.delete(one);
      if (waiting?.size === 0) this.#byKey.delete(key);
    }
  }

  /** Each once; whether it matches is still to be asked. */
  candidates(entry: LogEntry): Iterable<G> {
    if (this.#byKey.size === 0) return this.#always;
    const found = new Set(this.#always);
    for (const key of keysOf(entry)) for (const one of this.#byKey.get(key) ?? []) found.add(one);
    return found;
  }
}
