import { fold } from '../../platform/fold';
import { likeSounds, soundsOf } from '../../platform/name-key';
import { spelledWords, wordsOf } from './search-word.rule';

/** What a search looks up: an entry of the index, as text of a `tsvector` or `tsquery`. */
export type TokenKind = 'whole' | 'name' | 'sound' | 'title' | 'text';

const KIND: Readonly<Record<TokenKind, string>> = {
  whole: '=',
  name: 'n',
  sound: 'k',
  title: 't',
  text: 'x',
};

/** By the name of the table. */
const TYPE: Readonly<Record<string, string>> = {
  actor: 'a',
  position: 'o',
  place: 'p',
  topic: 't',
  engagement: 'e',
  agreement: 'g',
  context_event: 'v',
  source: 's',
  claim: 'c',
};
const ANY_TYPE = '*';

/** Records fall into drawers: half of them into the first, half of the rest into the next, and so on. */
export const DRAWERS = 14;

const SMALLEST_FIRST = Array.from({ length: DRAWERS }, (_, at) => DRAWERS - 1 - at);

const MOST_WORDS = 16;
/** With more words than these, each must be heard as it is written, or nearly nothing would be left out. */
const MOST_HEARD = 6;
const SHORTEST_BEGINNING = 2;

/**
 * The drawer of a record, by its id alone. A search begins with the smallest drawer and stops when it has enough, so that a word in half
 * of all records costs about what a rare one does.
 */
export function drawerOf(recordId: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < recordId.length; at++) hash = Math.imul(hash ^ recordId.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
  hash = (hash ^ (hash >>> 15)) >>> 0;
  return Math.min(DRAWERS - 1, Math.clz32(hash));
}

/** The entries of a document under one kind of token: for searches of its type, and of any. As text of a `tsvector`. */
export function tokens(kind: TokenKind, drawer: number, type: string, words: readonly string[]): string {
  const own = TYPE[type];
  if (own === undefined) throw new Error(`there is no searching for ${type}`);
  const any = `'${drawer.toString(36)}${KIND[kind]}${ANY_TYPE}`;
  const typed = `'${drawer.toString(36)}${KIND[kind]}${own}`;
  let text = '';
  for (const word of words) text += `${any}${word}' ${typed}${word}' `;
  return text;
}

/** Folding leaves neither quotes nor backslashes in a word. */
const token = (kind: TokenKind, drawer: number, type: string, word: string) =>
  `'${drawer.toString(36)}${KIND[kind]}${type}${word}'`;

/** One round of a search: which entries, and what a document found by them scores, of 10,000. */
export interface Round {
  query: string;
  base: number;
  /** What is added where the words are all there is in the document. */
  span: number;
  /** Among names: what has all words as they were typed, and what sounds as they do. Others are only like them. */
  exact: string | null;
  heard: string | null;
}

export const SCORE = { most: 10_000, exact: 1_000, heard: 500 };

/** What a typed text looks for. */
export interface Wanted {
  folded: string;
  words: readonly string[];
  /** The same words, no ending taken off. */
  spelled: readonly string[];
}

export function wantedIn(text: string): Wanted {
  const folded = fold(text);
  return {
    folded,
    words: wordsOf(folded).slice(0, MOST_WORDS),
    spelled: spelledWords(folded).slice(0, MOST_WORDS),
  };
}

/** The rounds of a search, the best first: whole names and titles, words of names, of titles, of anything; within each by drawer. */
export function roundsOf(wanted: Wanted, types: readonly string[] | null): Round[] {
  const { words, folded } = wanted;
  if (words.length === 0 || types?.length === 0) return [];
  const kinds = types === null ? [ANY_TYPE] : [...new Set(types)].map((type) => TYPE[type] as string);
  const rounds = (base: number, span: number, query: (drawer: number, type: string) => string): Round[] =>
    SMALLEST_FIRST.map((drawer) => ({
      query: kinds.map((type) => query(drawer, type)).join(' | '),
      base,
      span,
      exact: null,
      heard: null,
    }));
  const exactly = (kind: TokenKind) => (drawer: number, type: string) =>
    all(words.map((word) => [token(kind, drawer, type, word)]));
  const heard = hearing(wanted);
  return [
    ...rounds(SCORE.most, 0, (drawer, type) => token('whole', drawer, type, folded)),
    ...rounds(5_000, 3_500, (drawer, type) => all(heard.likely(drawer, type))).map((round, at) => ({
      ...round,
      exact: exactly('name')(SMALLEST_FIRST[at] ?? 0, ANY_TYPE),
      heard: all(heard.surely(SMALLEST_FIRST[at] ?? 0, ANY_TYPE)),
    })),
    ...rounds(2_500, 2_000, exactly('title')),
    ...rounds(500, 1_500, exactly('text')),
  ];
}

/** For names that have one of several spellings of each word, drawer by drawer. */
export function namesWith(
  choices: readonly (readonly string[])[],
  types: readonly string[] | null,
): string[] {
  const kinds = types === null ? [ANY_TYPE] : [...new Set(types)].map((type) => TYPE[type] as string);
  return SMALLEST_FIRST.map((drawer) =>
    kinds
      .map((type) => all(choices.map((words) => words.map((word) => token('name', drawer, type, word)))))
      .join(' | '),
  );
}

const all = (choices: readonly (readonly string[])[]) =>
  `(${choices.map((each) => `(${each.join(' | ')})`).join(' & ')})`;

/** For each word of the text: the word itself, one that begins so, or one that sounds like it; and surely, one that sounds the same. */
function hearing({ words, spelled }: Wanted) {
  // Where there are no spaces there are no beginnings and no sounds either.
  const each = words.map((word, at) => ({
    word,
    written: spelled.length === words.length ? (spelled[at] ?? '') : '',
  }));
  const sounds = new Map(each.map(({ written }) => [written, soundsOf(written)]));
  const soundsLike = new Map(
    each.map(({ written }) => [
      written,
      words.length > MOST_HEARD
        ? sounds.get(written)
        : [...new Set(sounds.get(written)?.flatMap(likeSounds))],
    ]),
  );
  const spoken = (drawer: number, type: string, list: readonly string[] = []) =>
    list.map((sound) => token('sound', drawer, type, sound));
  return {
    likely: (drawer: number, type: string) =>
      each.map(({ word, written }) => [
        token('name', drawer, type, word),
        ...(written.length >= SHORTEST_BEGINNING ? [`${token('name', drawer, type, written)}:*`] : []),
        ...spoken(drawer, type, soundsLike.get(written)),
      ]),
    surely: (drawer: number, type: string) =>
      each.map(({ word, written }) => [
        token('name', drawer, type, word),
        ...spoken(drawer, type, sounds.get(written)),
      ]),
  };
}
