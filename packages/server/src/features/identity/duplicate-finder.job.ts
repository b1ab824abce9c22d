import { actors } from './actor-likeness.rule';
import { agreements } from './agreement-likeness.rule';
import { chosenOf, type Guess, Verdicts } from './choice.rule';
import { engagements } from './engagement-likeness.rule';
import { GuessStore, type Owner, type Stamped } from './guess-store.job';
import { type Comparison, type Facts, likenessOf } from './likeness.rule';
import { sources } from './source-likeness.rule';
import { places, positions, topics } from './term-likeness.rule';

const COMPARISONS = new Map(
  [engagements, sources, actors, agreements, places, topics, positions].map((each) => [
    each.type,
    each as unknown as Comparison,
  ]),
);

/** Types of record that are compared. */
export const COMPARED: readonly string[] = [...COMPARISONS.keys()];

/** Reads as a reader of a clearance does. */
export type ReadersOf = (clearance: number) => {
  // biome-ignore lint/suspicious/noExplicitAny: rows are what each statement says.
  query(text: string, values?: unknown[]): Promise<{ rows: any[] }>;
};

/**
 * Compares records with those that share a key with them, and keeps the best pairs as candidates. What a record says is read with the
 * clearance that it asks for itself, so that a pair tells whoever may see both nothing that is hidden in either.
 */
export class DuplicateFinder {
  readonly #store: GuessStore;

  constructor(
    owner: Owner,
    private readonly readers: ReadersOf,
  ) {
    this.#store = new GuessStore(owner);
  }

  /** Looks at records that are new or have changed; answers with how many pairs came to be guessed. */
  async examine(type: string, ids: readonly string[]): Promise<number> {
    const comparison = COMPARISONS.get(type);
    if (!comparison || ids.length === 0) return 0;
    const stamped = new Map((await this.#store.stampsOf(type, ids)).map((each) => [each.id, each]));
    const facts = await this.#factsOf(comparison, [...stamped.values()]);
    const keyed = [...facts.values()].map((each) => ({ ...comparison.keysOf(each), each }));
    await this.#store.keep(
      type,
      ids,
      keyed.map(({ each: { id, marking }, holds }) => ({ id, marking, keys: [...new Set(holds)] })),
    );
    const partners = await this.#store.partners(
      type,
      keyed.map(({ each: { id }, seeks }) => ({ id, keys: [...new Set(seeks)] })),
    );
    const strangers = [...new Set(partners.map(({ partner }) => partner))].filter((id) => !stamped.has(id));
    for (const each of await this.#store.stampsOf(type, strangers)) stamped.set(each.id, each);
    const others = strangers.flatMap((id) => stamped.get(id) ?? []);
    for (const [id, each] of await this.#factsOf(comparison, others)) facts.set(id, each);
    const guesses = guessesOf(comparison, facts, partners);
    return this.#keep(type, ids, guesses, stamped);
  }

  async #factsOf({ statement }: Comparison, records: readonly Stamped[]): Promise<Map<string, Facts>> {
    const facts = new Map<string, Facts>();
    for (const marking of new Set(records.map((record) => record.marking))) {
      const ids = records.filter((record) => record.marking === marking).map(({ id }) => id);
      const { rows } = await this.readers(marking).query(statement, [ids, marking]);
      for (const row of rows) facts.set(row.id, row);
    }
    return facts;
  }

  async #keep(
    type: string,
    ids: readonly string[],
    found: readonly Guess[],
    stamped: ReadonlyMap<string, Stamped>,
  ): Promise<number> {
    const reached = [...new Set([...ids, ...found.flatMap(({ one, other }) => [one, other])])];
    const said = await this.#store.saidOf(reached);
    const decided = said.filter(({ isDecided }) => isDecided);
    const ends = [...new Set([...reached, ...decided.flatMap(({ one, other }) => [one, other])])];
    const verdicts = new Verdicts(decided, await this.#store.counted(ends));
    const open = found.filter((guess) => !verdicts.has(guess));
    const guessed = said.filter(({ isDecided }) => !isDecided);
    const guesses = chosenOf(new Set(ids), open, guessed);
    const named = [...guesses.added, ...guesses.changed].flatMap(({ one, other }) => [one, other]);
    const stamps = new Map([...new Set(named)].map((id) => [id, stamped.get(id)?.stamp ?? null]));
    return this.#store.write(type, guesses, stamps);
  }
}

/** Each pair once. */
function guessesOf(
  comparison: Comparison,
  facts: ReadonlyMap<string, Facts>,
  partners: readonly { record_id: string; partner: string }[],
): Guess[] {
  const pairs = new Map(
    partners.map(({ record_id, partner }) => {
      const pair = [record_id, partner].sort() as [string, string];
      return [pair.join(' '), pair];
    }),
  );
  return [...pairs.values()].flatMap(([one, other]) => {
    const [facts1, facts2] = [facts.get(one), facts.get(other)];
    const likeness = facts1 && facts2 ? likenessOf(comparison, facts1, facts2) : null;
    if (likeness === null || !facts1 || !facts2) return [];
    return [{ ...likeness, one, other, marking: Math.max(facts1.marking, facts2.marking) }];
  });
}
