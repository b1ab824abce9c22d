import { fold } from '../../platform/fold';
import { soundAlike } from '../../platform/name-key';
import type { SearchText } from './search-text.query';
import { wantedIn } from './search-token.rule';
import { isEmpty, unspacedIn, wordsOf } from './search-word.rule';

/** A stretch of a text, in UTF-16 units. */
interface Stretch {
  start: number;
  end: number;
}

export interface Cutting {
  field: string;
  before: string;
  match: string;
  after: string;
}

const MOST = 5;
const AROUND = 80;
/** A match further into a text is not looked for: excerpts are a help, not the search. */
const FURTHEST = 200_000;
/** Of an excerpt that is one long run of signs. */
const LONGEST_MATCH = 200;

const CHUNK = /\S+/gu;
const EDGES = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu;

/** Where a typed text matches what is said of a record: at most five places, one a text, verbatim. */
export function excerptsOf(typed: string, texts: readonly SearchText[]): Cutting[] {
  const finder = new Finder(typed);
  const found: (Cutting & { rank: number })[] = [];
  for (const text of texts) {
    const best = finder.best(text);
    if (best) found.push({ ...cut(text, best.stretch), rank: best.words });
  }
  // The sort is stable: what says more of what was typed comes first, then what stands first in the record.
  return found
    .sort((a, b) => b.rank - a.rank)
    .slice(0, MOST)
    .map(({ rank: _, ...cutting }) => cutting);
}

class Finder {
  readonly #words: ReadonlySet<string>;
  readonly #spelled: readonly string[];
  readonly #unspaced: readonly string[];
  readonly #known = new Map<string, number>();

  constructor(typed: string) {
    const wanted = wantedIn(typed);
    this.#words = new Set(wanted.words);
    this.#spelled = wanted.spelled;
    this.#unspaced = unspacedIn(typed);
  }

  /** The run of matching words that has most of them. */
  best({ value, kind, field }: SearchText): { stretch: Stretch; words: number } | null {
    const text = value.slice(0, FURTHEST);
    for (const run of this.#unspaced) {
      const start = text.indexOf(run);
      if (start >= 0) return { stretch: { start, end: start + run.length }, words: this.#words.size };
    }
    let best: { stretch: Stretch; words: number } | null = null;
    let run: { stretch: Stretch; words: number } | null = null;
    for (const chunk of text.matchAll(CHUNK)) {
      const words = this.#matches(chunk[0], kind === 'NAME', field === 'url');
      if (words === 0) {
        // The of in Ministry of Interior parts nothing.
        if (!isEmpty(chunk[0])) run = null;
        continue;
      }
      const stretch = withoutEdges(chunk[0], chunk.index);
      run = run
        ? { stretch: { start: run.stretch.start, end: stretch.end }, words: run.words + words }
        : { stretch, words };
      if (best === null || run.words > best.words) best = run;
    }
    return best;
  }

  /** How many of the words of a chunk are wanted. Names are compared as names are. */
  #matches(chunk: string, isName: boolean, isUrl: boolean): number {
    const key = `${isName} ${chunk}`;
    let count = this.#known.get(key);
    if (count === undefined) {
      const folded = fold(isUrl ? chunk.replace(/[/.:]/g, ' ') : chunk);
      count = wordsOf(folded).filter((word) => this.#words.has(word) && word !== '').length;
      if (count === 0 && isName && folded !== '')
        count = folded
          .split(' ')
          .filter((word) =>
            this.#spelled.some(
              (wanted) => (wanted.length >= 2 && word.startsWith(wanted)) || soundAlike(wanted, word),
            ),
          ).length;
      this.#known.set(key, count);
    }
    return count;
  }
}

/** Without the punctuation around it; all of it, if it is nothing else. */
function withoutEdges(chunk: string, start: number): Stretch {
  const bare = chunk.replace(EDGES, '');
  if (bare === '') return { start, end: start + chunk.length };
  const from = start + chunk.indexOf(bare);
  return { start: from, end: from + bare.length };
}

function cut({ field, value }: SearchText, { start, end }: Stretch): Cutting {
  const last = whole(value, Math.min(end, start + LONGEST_MATCH));
  let from = whole(value, Math.max(0, start - AROUND));
  let to = whole(value, Math.min(value.length, last + AROUND));
  // Between words, where there are some.
  if (from > 0) from += spaceIn(value.slice(from, start));
  if (to < value.length) {
    const space = value.slice(last, to).search(/\s\S*$/u);
    if (space >= 0) to = last + space;
  }
  return {
    field,
    before: value.slice(from, start),
    match: value.slice(start, last),
    after: value.slice(last, to),
  };
}

function spaceIn(text: string): number {
  const space = text.search(/\s/u);
  return space < 0 ? 0 : space + 1;
}

/** Not within a character. */
function whole(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return at > 0 && at < text.length && unit >= 0xdc00 && unit <= 0xdfff ? at - 1 : at;
}
