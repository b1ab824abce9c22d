import type { Likeness } from './likeness.rule';

/** A pair that may be one. */
export interface Guess extends Likeness {
  one: string;
  other: string;
  /** That of the stricter of the two. */
  marking: number;
}

/** Most guesses of one marking of which a record is part: whoever looks through them starts with the best. */
export const MOST_GUESSES = 5;

/** The best guesses, of which no record is part of more than some. Those that are hidden from somebody take no place of those that are not. */
export function bestOf<G extends Pick<Guess, 'one' | 'other' | 'score' | 'marking'>>(
  guesses: readonly G[],
  most = MOST_GUESSES,
): Set<G> {
  const counts = new Map<string, number>();
  const endsOf = ({ one, other, marking }: G) => [`${one} ${marking}`, `${other} ${marking}`];
  const order = [...guesses].sort(
    (a, b) => b.score - a.score || compare(a.one, b.one) || compare(a.other, b.other),
  );
  const best = new Set<G>();
  for (const guess of order) {
    const ends = endsOf(guess);
    if (ends.some((end) => (counts.get(end) ?? 0) >= most)) continue;
    best.add(guess);
    for (const end of ends) counts.set(end, (counts.get(end) ?? 0) + 1);
  }
  return best;
}

const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);

/** A pair on which somebody decided. */
export interface Decided {
  one: string;
  other: string;
  marking: number;
}

/** Under which record another is counted by whoever has a clearance. */
export interface Counted {
  record_id: string;
  clearance: number;
  counted_as: string;
}

/**
 * What was decided of pairs: nothing is guessed of them, nor of what is the same as they are. Of each pair only what whoever sees it sees
 * of verdicts: that nothing is guessed must not tell of others.
 */
export class Verdicts {
  readonly #countedAs: ReadonlyMap<string, string>;
  readonly #pairs: ReadonlyMap<number, ReadonlySet<string>>;

  constructor(decided: readonly Decided[], counted: readonly Counted[]) {
    this.#countedAs = new Map(
      counted.map(({ record_id, clearance, counted_as }) => [`${record_id} ${clearance}`, counted_as]),
    );
    this.#pairs = new Map(
      [0, 1, 2, 3, 4].map((clearance) => {
        const seen = decided.filter(({ marking }) => marking <= clearance);
        return [clearance, new Set(seen.map((pair) => this.#keyOf(pair, clearance)))];
      }),
    );
  }

  has(pair: Decided): boolean {
    const { one, other, marking } = pair;
    return (
      this.#as(one, marking) === this.#as(other, marking) ||
      this.#pairs.get(marking)?.has(this.#keyOf(pair, marking)) === true
    );
  }

  #as(id: string, clearance: number): string {
    return this.#countedAs.get(`${id} ${clearance}`) ?? id;
  }

  #keyOf({ one, other }: Decided, clearance: number): string {
    return [this.#as(one, clearance), this.#as(other, clearance)].sort().join(' ');
  }
}

/** A pair that is guessed already. */
export interface Guessed {
  id: string;
  one: string;
  other: string;
  marking: number;
  score: number;
}

/** What is to become of guesses. */
export interface Guesses {
  added: Guess[];
  changed: (Guess & { id: string })[];
  dropped: string[];
}

/** Of records that were looked at, what was found is all that is guessed; guesses on others stay, unless better ones take their place. */
export function chosenOf(
  lookedAt: ReadonlySet<string>,
  found: readonly Guess[],
  guessed: readonly Guessed[],
): Guesses {
  const keyOf = ({ one, other }: { one: string; other: string }) => `${one} ${other}`;
  const ids = new Map(guessed.map((guess) => [keyOf(guess), guess.id]));
  const again = new Set(found.map(keyOf));
  const staying = guessed.filter(
    (guess) => !again.has(keyOf(guess)) && !lookedAt.has(guess.one) && !lookedAt.has(guess.other),
  );
  const best = bestOf<Pick<Guess, 'one' | 'other' | 'score' | 'marking'>>([...found, ...staying]);
  const kept = new Set([...best].map(keyOf));
  const chosen = found.filter((guess) => best.has(guess));
  return {
    added: chosen.filter((guess) => !ids.has(keyOf(guess))),
    changed: chosen.flatMap((guess) => {
      const id = ids.get(keyOf(guess));
      return id === undefined ? [] : [{ ...guess, id }];
    }),
    dropped: guessed.filter((guess) => !kept.has(keyOf(guess))).map(({ id }) => id),
  };
}
