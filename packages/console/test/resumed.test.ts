import { parse, print } from 'graphql';
import { cursorIn, resumed } from '../src/resumed';

const same = (text: string) => print(parse(text));

test('a subscription goes on after the cursor, whatever else it asks', () => {
  const { query } = resumed(
    { query: 'subscription S { stream: events(from: EARLIEST, filter: { between: ["QA"] }) { cursor } }' },
    'seven',
  );

  expect(query).toBe(
    same(
      'subscription S { stream: events(from: EARLIEST, filter: { between: ["QA"] }, after: "seven") { cursor } }',
    ),
  );
});

test('a cursor that it was given is replaced', () => {
  expect(resumed({ query: 'subscription { events(after: "six") { cursor } }' }, 'seven').query).toBe(
    same('subscription { events(after: "seven") { cursor } }'),
  );
});

test('a cursor in a variable is replaced there, and the other variables stay', () => {
  const operation = {
    query: same(
      'subscription S($c: Cursor, $n: Int) { events(after: $c, checkpointSeconds: $n) { cursor } }',
    ),
    operationName: 'S',
  };

  expect(resumed({ ...operation, variables: { c: 'six', n: 5 } }, 'seven')).toEqual({
    ...operation,
    variables: { c: 'seven', n: 5 },
  });
});

test('other operations of the document stay as they are', () => {
  const query = same('query Q { events(first: 1) { head } } subscription S { events { cursor } }');

  expect(resumed({ query, operationName: 'S' }, 'seven').query).toBe(
    same('query Q { events(first: 1) { head } } subscription S { events(after: "seven") { cursor } }'),
  );
});

test('the cursor of a frame is found where it was asked for', () => {
  expect(cursorIn({ stream: { cursor: 'seven' } })).toBe('seven');
  expect(cursorIn({ stream: { event: { id: '1' } } })).toBeNull();
  expect(cursorIn({ stream: null })).toBeNull();
  expect(cursorIn(undefined)).toBeNull();
});
