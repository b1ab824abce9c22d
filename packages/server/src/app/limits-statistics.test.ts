import { parse } from 'graphql';
import { costOf } from './limits-cost.rule';
import { schema } from './schema';

const cost = (query: string) => costOf(schema(), parse(query), null, {}, 100).cost;
const counted = (selection: string) => cost(`{ engagements(first: 0) { ${selection} } }`) - 1;

describe('what is counted costs', () => {
  test.each([
    ['one for a hundred rows', 'groups(by: [YEAR]) { period count }', 1],
    ['one for fewer', 'groups(by: [YEAR], top: 3) { period count }', 1],
    ['ten for a thousand', 'groups(by: [YEAR], top: 1000) { period count }', 10],
    ['no more for more than are given', 'groups(by: [YEAR], top: 100000) { period count }', 10],
    ['nothing for what a row is of', 'groups(by: [STATE]) { state { label } count }', 1],
    [
      'as much as anywhere for what that has',
      'groups(by: [RELATIONSHIP], top: 200) { relationship { engagements(first: 3) { nodes { id } } } }',
      2 + 200 * (1 + 3),
    ],
    [
      'twenty for a network',
      'network(perYear: true, top: 1000) { from { label } to { label } year count }',
      20,
    ],
    ['a list in every tie besides', 'network(top: 10) { from { names { value } } }', 20 + 10 * 5],
  ])('%s', (_, selection, expected) => {
    expect(counted(selection)).toBe(expected);
  });
});
