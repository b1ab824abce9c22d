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

/** Nothing that would need a closer look. */
const PLAIN = /^[ -~]*$/;

/** The words of a folded text: each once, in their order. Where words are not told apart by spaces, each two neighbouring characters. */
export function wordsOf(folded: string): string[] {
  const words = new Set<string>();
  const isPlain = PLAIN.test(folded);
  for (const word of folded.split(' ')) {
    if (word === '') continue;
    if (isPlain) words.add(bare(word));
    else for (const each of unspaced(word)) words.add(each);
  }
  const telling: string[] = [];
  for (const word of words) if (!EMPTY.has(word)) telling.push(word);
  return telling.length > 0 ? telling : [...words];
}

function unspaced(word: string): string[] {
  const spaced = word.replace(UNSPACED, ' ').split(' ').filter(Boolean);
  return [...spaced.map(bare), ...unspacedIn(word).flatMap(pairsOf)];
}

/** Without the s of an English plural. */
function bare(word: string): string {
  const cut = word.length > LONGEST ? [...word].slice(0, LONGEST).join('') : word;
  return cut.endsWith('s') && /^[a-z]{3,}[^siu]s$/.test(cut) ? cut.slice(0, -1) : cut;
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
