import fc from 'fast-check';
import { areNamesAlike, isNameWithin, likeSounds, nameKeys, soundsOf } from './name-key';

/** Spellings of one name, as newspapers, libraries and passports have published them. */
const ALIKE: readonly [string, string][] = [
  ['Ghanmi', 'Qanemi'],
  ['Kadhimi', 'Kazemi'],
  ['Hussein', 'Husayn'],
  ['Mohammed', 'Muhammad'],
  ['Gaddafi', 'Qadhafi'],
  ['Al Thani', 'Al-Thani'],
  ['Sadr', 'al-Sadr'],
  ['Kaabi', "Ka'bi"],
  ['Osama', 'Usama'],
  ['Yasser', 'Yasir'],
  ['Abdallah', 'Abdullah'],
  ['Ahmed', 'Ahmad'],
  ['Khalid', 'Khaled'],
  ['Omar', 'Umar'],
  ['Jamal', 'Gamal'],
  ['Naguib', 'Najib'],
  ['Nouri', 'Nūrī'],
  ['Faysal', 'Faisal'],
  ['Sharif', 'Shareef'],
  ['Rashid', 'Rachid'],
  ['Saud', 'Saʿūd'],
  ['Saoud', 'Saud'],
  ['Dawood', 'Daoud'],
  ['Qaboos', 'Qabus'],
  ['Alawi', 'Alaoui'],
  ['Saleh', 'Salih'],
  ['Haniyeh', 'Haniya'],
  ['Fatemeh', 'Fatima'],
  ['Zelensky', 'Zelenskyy'],
  ['Zelenskiy', 'Zelenskyy'],
  ['Tchaikovsky', 'Chaikovsky'],
  ['Koweit', 'Kuwait'],
  ['Maryam', 'Mariam'],
  ['Qadhdhafi', 'Gheddafi'],
  ['el-Sisi', 'Al Sisi'],
  ['Abdel Fattah el-Sisi', 'Abdul Fatah Al-Sisi'],
  ['al-Ghanmi, Othman', 'Othman al-Qanemi'],
  ['Riyadh', 'Riyad'],
];

/** Names of different people that a key of consonants alone, or of vowels alone, or of beginnings, would join. */
const UNLIKE: readonly [string, string][] = [
  ['Qanemi', 'Qatari'],
  ['Hussein', 'Hassan'],
  ['Ghanmi', 'Ghanim'],
  ['Fuad', 'Fouadi'],
  ['Salman', 'Suleiman'],
  ['Nasser', 'Nasiri'],
  ['Sadr', 'Sadiq'],
  ['Khalifa', 'Khalaf'],
  ['Rouhani', 'Raisi'],
  ['Karim', 'Karami'],
  ['Kadhim', 'Kadhimi'],
  ['Malik', 'Maliki'],
  ['Saud', 'Saudi'],
  ['Jabir', 'Jabouri'],
  ['Omar', 'Amir'],
  ['Khaled', 'Kholoud'],
  ['Jamal', 'Jumail'],
  ['Hadi', 'Khadi'],
  ['Sabah', 'Shabah'],
  ['Tariq', 'Darik'],
  ['Mahdi', 'Mahmoud'],
  ['Iran', 'Iraq'],
  ['Ali', 'Eli'],
  ['Hamad', 'Hamdi'],
  ['Barzani', 'Barazan'],
  ['Yasser', 'Yasiri'],
  ['Salah', 'Salih'],
  ['Thani', 'Thaniya'],
];

describe('names', () => {
  test.each(ALIKE)('%s and %s may be one name', (one, other) => {
    expect([areNamesAlike(one, other), areNamesAlike(other, one)]).toEqual([true, true]);
  });

  test.each(UNLIKE)('%s and %s are two names', (one, other) => {
    expect([areNamesAlike(one, other), areNamesAlike(other, one)]).toEqual([false, false]);
  });

  test.each(ALIKE)('%s and %s share a key to be looked up by', (one, other) => {
    expect(nameKeys(one).some((key) => nameKeys(other).includes(key))).toBe(true);
  });

  test('a part of a name is within it, in any order, but not beyond it', () => {
    expect(isNameWithin('Ghanmi Osman', 'Osman Ali al-Qanemi')).toBe(true);
    expect(isNameWithin('Osman Ali al-Qanemi', 'Ghanmi Osman')).toBe(false);
    expect(isNameWithin('Ali Ali', 'Ali Qanemi')).toBe(false);
  });

  test('names in other scripts are themselves', () => {
    expect(areNamesAlike('محمد', 'محمد')).toBe(true);
    expect(areNamesAlike('محمد', 'محمود')).toBe(false);
    expect(areNamesAlike('Лавров', 'ЛАВРОВ')).toBe(true);
    expect(nameKeys('北京')).toEqual(['北京']);
  });
});

describe('a sound', () => {
  test.each([
    ['ghanmi', ['kanmi']],
    ['qanemi', ['kanimi']],
    ['husayn', ['husin']],
    ['kuwait', ['kvit']],
    ['nayef', ['nif']],
    ['nawaf', ['navaf']],
    ['dawud', ['zuz']],
    ['gamal', ['kamal', 'jamal']],
    ['saleh', ['sali', 'sala']],
    ['wuhan', ['vuhan']],
    ['yemen', ['yimin']],
    ['2030', []],
    ['aei', []],
    ['x'.repeat(61), []],
  ])('of %s is %j', (word, sounds) => {
    expect(soundsOf(word)).toEqual(sounds);
  });

  test('stands for those that differ in one vowel but the last', () => {
    expect(likeSounds('sazr').sort()).toEqual(
      [
        ...['sazr', 'sizr', 'suzr', 'szr'],
        ...['asazr', 'isazr', 'usazr'],
        ...['sazar', 'sazir', 'sazur'],
      ].sort(),
    );
    expect(likeSounds('ali')).toEqual(['ali']);
  });

  test('is alike both ways', () => {
    const word = fc.string({
      unit: fc.constantFrom(...'aeiouywhkgqdzszcjtnmrl'),
      minLength: 2,
      maxLength: 8,
    });
    fc.assert(
      fc.property(word, word, (one, other) => {
        const within = (a: string, b: string) =>
          soundsOf(a)
            .flatMap(likeSounds)
            .some((sound) => soundsOf(b).includes(sound));
        expect(within(one, other)).toBe(within(other, one));
      }),
      { numRuns: 20_000 },
    );
  });

  test('is found for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(areNamesAlike(text, text)).toBe(true);
        expect(nameKeys(text).length).toBeLessThanOrEqual(16);
      }),
    );
  });
});
