/** Letters that Unicode does not take apart. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ð: 'd',
  đ: 'd',
  ħ: 'h',
  ı: 'i',
  ł: 'l',
  þ: 'th',
  ŧ: 't',
  ς: 'σ',
};
const LETTER = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'g');

/** Every sign that has stood for an apostrophe, a hamza or an ʿayn in Latin script. */
const APOSTROPHES = /['`´‘’‛′ʹʻʼʽʾʿˈˊˋʔʕ\uA78C\uFF07]/g;

/** Accents and the vowel signs of Arabic and Hebrew. Marks that make another letter, as in Japanese or Hindi, stay. */
const MARKS = /[\u0300-\u036F\u0591-\u05BD\u05BF-\u05C7\u0610-\u061A\u064B-\u065F\u0670\u06D6-\u06ED\u0640]/g;

const ARTICLE =
  /(?<=^|[\s-])[ae]l-+(?=\S)|(?<=^|\s)(?:ad|adh|an|ar|as|ash|at|ath|az|ed|en|er|es|esh|et|ez)-+(?=\S)/g;

/** The form in which names are compared: without case, accents, apostrophes, hyphens, punctuation and the Arabic article. */
export function fold(text: string): string {
  const bare = lowered(lowered(text))
    .replace(/\p{Cf}/gu, '')
    .replace(/\p{Pd}|−/gu, '-')
    .replace(ARTICLE, '')
    // Q.N.A. is one word, as QNA is.
    .replace(/(?<=(?<!\p{L})\p{L})\./gu, '')
    .replace(/[\p{P}\p{S}\p{Z}\p{Cc}]+/gu, ' ')
    .trim()
    .normalize('NFC');
  const words = bare.split(' ');
  return words.filter((word, at) => word !== 'al' || at === words.length - 1).join(' ');
}

/** Apostrophes go first: taken apart, some of them become a space and an accent. Some capitals only come apart once lowered. */
function lowered(text: string): string {
  return text
    .replace(APOSTROPHES, '')
    .normalize('NFKD')
    .replace(MARKS, '')
    .replace(APOSTROPHES, '')
    .toLowerCase()
    .replace(LETTER, (letter) => LETTERS[letter] ?? letter);
}
