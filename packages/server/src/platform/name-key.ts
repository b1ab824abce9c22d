import { fold } from './fold';

/** Consonants that languages write in several ways, longest first. Capitals are letters whose sound hangs on what follows. */
const CONSONANTS: readonly (readonly [RegExp, string])[] = [
  [/t?sch|t?ch|sh/g, 'c'],
  [/kh/g, 'X'],
  [/gh|ck|q/g, 'k'],
  [/dj|zh/g, 'j'],
  [/dh/g, 'z'],
  [/th/g, 't'],
  [/ph/g, 'f'],
  [/x/g, 'ks'],
  [/X/g, 'x'],
  [/d/g, 'z'],
];

/** Egypt writes with g what others write with j. */
const EGYPTIAN: readonly (readonly [RegExp, string])[] = [[/gu(?=[eiy])|g(?!h)/g, 'j']];

/** A run of vowels; y and w are some, depending on what follows. */
const VOWELS = /[aeiouyw]+/g;

/** Consonants and, in each gap between them, no more than one vowel of three classes: a, i for e and i, u for o and u. */
const SOUND = /[^aiu]|[aiu]/g;
const VOWEL_CLASSES = ['', 'a', 'i', 'u'];

/**
 * How a folded word sounds, whoever transliterated it: `ghanmi` is kanmi, `qanemi` kanimi. Several where a letter may mean two things;
 * none for a word that is not in Latin letters.
 */
export function soundsOf(word: string): string[] {
  if (!/^[a-z]{2,60}$/.test(word)) return [];
  const spellings = /g(?!h)/.test(word) ? [word, replaced(word, EGYPTIAN)] : [word];
  // The end of Haniyeh is that of Haniya, the end of Saleh that of Salih.
  const ends = spellings.flatMap((each) => (each.endsWith('eh') ? [each, `${each.slice(0, -2)}a`] : [each]));
  return [...new Set(ends.map(soundOf))].filter((sound) => /[^aiu]/.test(sound));
}

function soundOf(spelling: string): string {
  const consonants = replaced(spelling.replace(/c(?=[eiy])/g, 's').replace(/c(?!h|k)/g, 'k'), CONSONANTS)
    .replace(/gu(?=[eiy])|g/g, 'k')
    .replace(/(?<=[aeiouyw])h+$/, '');
  return consonants
    .replace(VOWELS, (run, at: number) => vowelsOf(run, at === 0))
    .replace(/([^aiu])\1+/g, '$1');
}

const replaced = (text: string, rules: readonly (readonly [RegExp, string])[]) =>
  rules.reduce((rest, [from, to]) => rest.replace(from, to), text);

/** One vowel for a run of them, or glides where it holds some: uwai is wi, as ouei is; aye is i, as ai is. */
function vowelsOf(run: string, isInitial: boolean): string {
  const [, glide = '', rest = run] = isInitial ? (/^(w+|y(?=[aeiou]))(.*)$/.exec(run) ?? []) : [];
  const groups = rest
    .replace(/[ouw]+/g, 'u')
    .replace(/[eiy]+/g, 'i')
    .replace(/a+/g, 'a');
  const vowels = groups.replace(/u(?=[ai])/g, 'w').replace(/i(?=[au])/g, 'y');
  const single = vowels.replace(/[aiu]+/g, (group) =>
    group.includes('u') ? 'u' : group.includes('i') ? 'i' : 'a',
  );
  return (glide === '' ? '' : glide.startsWith('w') ? 'v' : 'y') + single.replace(/w/g, 'v');
}

/** The consonants of a sound: what two spellings of a name have in common at least. */
export function consonantsOf(sound: string): string {
  return sound.replace(/[aiu]/g, '');
}

/**
 * The sounds that may be meant by one: it, and those that differ in one vowel, which may also be missing, but not in the last one. Where
 * there is only one consonant the vowels are all there is to tell words apart, so they must agree.
 */
export function likeSounds(sound: string): string[] {
  const letters = sound.match(SOUND) ?? [];
  const like = new Set([sound]);
  if (consonantsOf(sound).length < 2) return [sound];
  const last = letters.findLastIndex((letter) => !VOWEL_CLASSES.includes(letter));
  for (let at = 0; at <= last; at++) {
    const isVowel = VOWEL_CLASSES.includes(letters[at] ?? '');
    // Between two consonants, or before the first, a vowel may have been left out.
    if (!isVowel && at > 0 && VOWEL_CLASSES.includes(letters[at - 1] ?? '')) continue;
    for (const vowel of VOWEL_CLASSES)
      like.add([...letters.slice(0, at), vowel, ...letters.slice(isVowel ? at + 1 : at)].join(''));
  }
  return [...like];
}

/** Whether two folded words may be one word of a name, transliterated twice. */
export function soundAlike(one: string, other: string): boolean {
  if (one === other) return true;
  const sounds = new Set(soundsOf(one).flatMap(likeSounds));
  return soundsOf(other).some((sound) => sounds.has(sound));
}

/** The words of a name by which it is compared: without the article, also where it stands by itself. */
export function nameWords(name: string): string[] {
  const words = fold(name).split(' ').filter(Boolean);
  const telling = words.filter((word) => word !== 'al' && word !== 'el');
  return telling.length > 0 ? telling : words;
}

/** Whether every word of one name is like a word of the other, each like another one, in any order. */
export function isNameWithin(one: string, other: string): boolean {
  const left = nameWords(other);
  for (const word of nameWords(one).sort((a, b) => b.length - a.length)) {
    const same = left.indexOf(word);
    const found = same >= 0 ? same : left.findIndex((each) => soundAlike(word, each));
    if (found < 0) return false;
    left.splice(found, 1);
  }
  return true;
}

/** Whether two names may be one name, transliterated twice. */
export function areNamesAlike(one: string, other: string): boolean {
  return nameWords(one).length === nameWords(other).length && isNameWithin(one, other);
}

/** Names that are alike share at least one of these: what to look candidates up by. */
export function nameKeys(name: string): string[] {
  const keys = nameWords(name).map((word) => {
    const consonants = [...new Set(soundsOf(word).map(consonantsOf))];
    return consonants.length > 0 ? consonants : [word];
  });
  const all = keys.reduce<string[][]>(
    (begun, next) => begun.flatMap((each) => next.map((key) => [...each, key])).slice(0, 16),
    [[]],
  );
  return [...new Set(all.map((each) => each.sort().join(' ')))].filter(Boolean);
}
