/** Words that tell nothing apart, in titles of the field more than anywhere. */
const EMPTY = new Set([
  'a',
  'an',
  'al',
  'and',
  'at',
  'el',
  'for',
  'in',
  'of',
  'on',
  'or',
  'the',
  'to',
  'with',
]);

const LONGEST = 60;

/** Scripts that are written without spaces. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー]+/gu;

/** The words of a folded text: each once, in their order. Where words are not told apart by spaces, each two neighbouring characters. */
export function wordsOf(folded: string): string[] {
  const words = new Set<string>();
  for (const word of folded.split(' ')) {
    if (word === '') continue;
    for (const spaced of word.replace(UNSPACED, ' ').split(' ')) if (spaced !== '') words.add(bare(spaced));
    for (const [run] of word.matchAll(UNSPACED)) for (const pair of pairsOf(run)) words.add(pair);
  }
  const telling = [...words].filter((word) => !EMPTY.has(word));
  return telling.length > 0 ? telling : [...words];
}

/** Without the s of an English plural. */
function bare(word: string): string {
  const cut = [...word].length > LONGEST ? [...word].slice(0, LONGEST).join('') : word;
  return /^[a-z]{3,}[^siu]s$/.test(cut) ? cut.slice(0, -1) : cut;
}

function pairsOf(run: string): string[] {
  const characters = [...run];
  return characters.length === 1
    ? characters
    : characters.slice(0, -1).map((character, at) => `${character}${characters[at + 1]}`);
}

/** Whether a piece of text is a word that tells nothing. */
export function isEmpty(text: string): boolean {
  return EMPTY.has(text.toLowerCase());
}

/** What is written without spaces, in a text that is not folded. */
export function unspacedIn(text: string): string[] {
  return text.match(UNSPACED) ?? [];
}

/** The words of a folded text as they stand, for sounds and beginnings; without those that tell nothing, if others are left. */
export function spelledWords(folded: string): string[] {
  const words = [...new Set(folded.split(' ').filter(Boolean))];
  const telling = words.filter((word) => !EMPTY.has(word));
  return telling.length > 0 ? telling : words;
}
