import { fuzzyDate } from '../../platform/fuzzy-date/fuzzy-date';
import { delayBetween } from './delay.rule';

const date = (edtf: string) => fuzzyDate({ edtf }, 'date');

describe('the delay between two publications', () => {
  test('is the same from whichever side', () => {
    expect(delayBetween(date('2021-03-05'), date('2021-03-15'))).toEqual({ minimum: 10, maximum: 10 });
    expect(delayBetween(date('2021-03-15'), date('2021-03-05'))).toEqual({ minimum: 10, maximum: 10 });
  });

  test('is as sure as the two are', () => {
    expect(delayBetween(date('2021-03'), date('2021-04-10'))).toEqual({ minimum: 10, maximum: 40 });
    expect(delayBetween(date('2021-03'), date('2021-03-10'))).toEqual({ minimum: 0, maximum: 21 });
  });

  test('has no upper bound where one has no end', () => {
    expect(delayBetween(date('2021-03-01/..'), date('2021-02-01'))).toEqual({ minimum: 28, maximum: null });
  });

  test('is unknown where one of them is', () => {
    expect(delayBetween(date('2021'), null)).toBeNull();
    expect(delayBetween(fuzzyDate({ text: 'this week' }, 'date'), date('2021'))).toBeNull();
  });
});
