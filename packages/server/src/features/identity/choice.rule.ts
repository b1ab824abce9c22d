import type { Likeness } from './likeness.rule';

/** A pair that may be one. */
export interface Guess extends Likeness {
  one: string;
  other: string;
}

/** Most guesses of which a record is part: whoever looks through them starts with the best. */
export const MOST_GUESSES = 5;

/** The best guesses, of which no record is part of more than some. */
export function bestOf<G extends Pick<Guess, 'one' | 'other' | 'score'>>(
  guesses: readonly G[],
  most = MOST_GUESSES,
): Set<G> {
  const counts = new Map<string, number>();
  const count = (id: string) => counts.get(id) ?? 0;
  const order = [...guesses].sort(
    (a, b) => b.score - a.score || compare(a.one, b.one) || compare(a.other, b.other),
  );
  const best = new Set<G>();
  for (const guess of order) {
    if (count(guess.one) >= most || count(guess.other) >= most) continue;
    best.add(guess);
    for (const id of [guess.one, guess.other]) counts.set(id, count(id) + 1);
  }
  return best;
}

const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);

/** What was decided of pairs: nothing is guessed of them, nor of what is the same as they are. */
export class Verdicts {
  readonly #pairs: Set<string>;

  constructor(
    pairs: readonly (readonly [one: string, other: string])[],
    private readonly countedAs: ReadonlyMap<string, string>,
  ) {
    this.#pairs = new Set(pairs.map(([one, other]) => this.#keyOf(one, other)));
  }

  has(one: string, other: string): boolean {
    return this.#as(one) === this.#as(other) || this.#pairs.has(this.#keyOf(one, other));
  }

  #as(id: string): string {
    return this.countedAs.get(id) ?? id;
  }

  #keyOf(one: string, other: string): string {
    return [this.#as(one), this.#as(other)].sort().join(' ');
  }
}

/** A pair that is guessed already. */
export interface Guessed {
  id: string;
  one: string;
  other: string;
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
  const best = bestOf<Pick<Guess, 'one' | 'other' | 'score'>>([...found, ...staying]);
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
