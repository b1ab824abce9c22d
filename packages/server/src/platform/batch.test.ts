import { groupLoader, oneLoader } from './batch';

const MEETINGS = [
  { visit: 'a', place: 'Doha' },
  { visit: 'b', place: 'Baghdad' },
  { visit: 'a', place: 'Lusail' },
];

describe('a group loader', () => {
  test('reads many keys at once and keeps the order of the rows', async () => {
    const read = jest.fn(async (_visits: string[]) => MEETINGS);
    const byVisit = groupLoader(read, (meeting) => meeting.visit);

    const groups = await Promise.all([
      byVisit.load('b'),
      byVisit.load('a'),
      byVisit.load('c'),
      byVisit.load('a'),
    ]);

    expect(groups.map((group) => group.map(({ place }) => place))).toEqual([
      ['Baghdad'],
      ['Doha', 'Lusail'],
      [],
      ['Doha', 'Lusail'],
    ]);
    expect(read.mock.calls).toEqual([[['b', 'a', 'c']]]);
  });

  test('leaves out a row of a key that nobody asked for', async () => {
    const byVisit = groupLoader(
      async () => MEETINGS,
      (meeting) => meeting.visit,
    );

    expect(await byVisit.load('b')).toEqual([{ visit: 'b', place: 'Baghdad' }]);
  });
});

describe('a loader of one', () => {
  test('answers in the order asked, null where there is none', async () => {
    const byPlace = oneLoader(
      async () => MEETINGS,
      (meeting) => meeting.place,
    );

    expect(await byPlace.loadMany(['Lusail', 'Basra', 'Doha'])).toEqual([MEETINGS[2], null, MEETINGS[0]]);
  });
});
