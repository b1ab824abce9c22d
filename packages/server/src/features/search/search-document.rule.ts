import { fold } from '../../platform/fold';
import { soundsOf } from '../../platform/name-key';
import type { DocumentKind, SearchText } from './search-text.query';
import { drawerOf, tokens } from './search-token.rule';
import { spelledWords, wordsOf } from './search-word.rule';

/** Raise it with whatever changes what a document holds: documents made by other rules are then made anew. */
export const SEARCH_RULES = 1;

/** A row of `search_document_…`, for whoever may see its marking. */
export interface SearchDocument {
  marking: number;
  recordId: string;
  type: string;
  kind: DocumentKind;
  /** How many words it has, of those that tell something. */
  size: number;
  /** As text of a `tsvector`. */
  words: string;
  /** Of a name: as it is spelled, and folded. */
  value: string | null;
  folded: string | null;
}

/** The longest name that is found as a whole. */
const LONGEST_WHOLE = 200;
/** A `tsvector` has room for a megabyte, and every word is entered twice. */
const MOST_BYTES = 400_000;
const MOST_SIZE = 32_767;

/**
 * What makes a record found: a document for each name and title, and one for all its words. Where some of them are marked higher, one more
 * for those who may see these too, so that what is found, and how well, is always found in what the finder may see.
 */
export function documentsOf(type: string, recordId: string, texts: readonly SearchText[]): SearchDocument[] {
  const drawer = drawerOf(recordId);
  const read = texts.map((text) => {
    const folded = fold(text.field === 'url' ? hostOf(text.value) : text.value);
    return { ...text, folded, words: wordsOf(folded) };
  });
  const titles = read.filter(({ kind }) => kind !== 'TEXT').map((text) => titleDocument(type, drawer, text));
  return [...titles, ...textDocuments(type, recordId, drawer, read)];
}

interface ReadText extends SearchText {
  folded: string;
  words: readonly string[];
}

function titleDocument(
  type: string,
  drawer: number,
  { recordId, field, kind, value, marking, folded, words: all }: ReadText,
): SearchDocument {
  const words = fitting(all);
  const isName = kind === 'NAME';
  const whole = folded !== '' && folded.length <= LONGEST_WHOLE ? [folded] : [];
  const sounds = field === 'names' ? [...new Set(spelledWords(folded).flatMap(soundsOf))] : [];
  return {
    marking,
    recordId,
    type,
    kind,
    size: sized(words),
    words:
      tokens('whole', drawer, type, whole) +
      tokens(isName ? 'name' : 'title', drawer, type, words) +
      tokens('sound', drawer, type, sounds),
    value: isName ? value : null,
    folded: isName ? folded : null,
  };
}

function textDocuments(
  type: string,
  recordId: string,
  drawer: number,
  texts: readonly ReadText[],
): SearchDocument[] {
  return [...new Set(texts.map(({ marking }) => marking))].flatMap((level) => {
    const seen = texts.filter(({ marking }) => marking <= level);
    // A name by itself is found as a name.
    if (seen.length === 1 && seen[0]?.kind !== 'TEXT') return [];
    const words = fitting(
      seen.length === 1 ? (seen[0]?.words ?? []) : [...new Set(seen.flatMap((text) => text.words))],
    );
    if (words.length === 0) return [];
    return {
      marking: level,
      recordId,
      type,
      kind: 'TEXT' as const,
      size: sized(words),
      words: tokens('text', drawer, type, words),
      value: null,
      folded: null,
    };
  });
}

/** The words of a folded name that others may misspell: letters alone, and not too few. */
export function vocabularyOf(folded: string): string[] {
  return folded.split(' ').filter((word) => /^\p{L}{3,60}$/u.test(word));
}

const sized = (words: readonly string[]) => Math.min(MOST_SIZE, Math.max(1, words.length));

function fitting(words: readonly string[]): readonly string[] {
  if (words.length < 1_000) return words;
  let bytes = 0;
  const end = words.findIndex((word) => {
    bytes += Buffer.byteLength(word) + 12;
    return bytes > MOST_BYTES;
  });
  return end < 0 ? words : words.slice(0, end);
}

/** Of an address, the name of who publishes it. */
export function hostOf(url: string): string {
  try {
    return new URL(url).hostname.replace(/^www\./, '');
  } catch {
    return '';
  }
}
