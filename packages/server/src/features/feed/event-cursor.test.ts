import fc from 'fast-check';
import { DomainError } from '../../platform/errors';
import { newId } from '../../platform/type-id';
import { EventCursors, type EventPosition } from './event-cursor.rule';

const cursors = new EventCursors('a secret of the tests');

const hex = fc.constantFrom(...'0123456789abcdef');
const epoch = fc.string({ unit: hex, minLength: 16, maxLength: 16 });
const position: fc.Arbitrary<EventPosition> = fc
  .record({
    epoch,
    clearance: fc.integer({ min: 0, max: 4 }),
    number: fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }),
    snapshotAfter: fc.option(fc.uuid(), { nil: undefined }),
  })
  .map(({ snapshotAfter, ...rest }) => (snapshotAfter === undefined ? rest : { ...rest, snapshotAfter }));

function refusalOf(text: string, clearance: number): DomainError {
  try {
    cursors.read(text, clearance);
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
  throw new Error(`${text} was taken for a cursor`);
}

test('a cursor says what it was made of', () => {
  fc.assert(
    fc.property(position, (each) => {
      expect(cursors.read(cursors.write(each), each.clearance)).toEqual(each);
    }),
  );
});

test('equal positions are equal cursors, so that they can be compared and cached', () => {
  fc.assert(
    fc.property(position, (each) => {
      expect(cursors.write({ ...each })).toBe(cursors.write(each));
    }),
  );
});

test('no byte of it can be altered', () => {
  fc.assert(
    fc.property(position, fc.nat(), fc.integer({ min: 1, max: 255 }), (each, at, flip) => {
      const bytes = Buffer.from(cursors.write(each), 'base64url');
      const byte = at % bytes.length;
      bytes[byte] = (bytes[byte] ?? 0) ^ flip;
      const refusal = refusalOf(bytes.toString('base64url'), each.clearance);
      expect(refusal).toMatchObject({ code: 'BAD_USER_INPUT', details: { field: 'after' } });
      expect(refusal.message).toContain('unaltered');
    }),
    { numRuns: 1_000 },
  );
});

test('no letter of it can be altered, left out or added, not even one that means nothing', () => {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const text = cursors.write({ epoch: '0123456789abcdef', clearance: 2, number: 77 });
  for (let at = 0; at < text.length; at++) {
    refusalOf(text.slice(0, at) + text.slice(at + 1), 2);
    for (const letter of letters) {
      if (letter !== text[at]) refusalOf(text.slice(0, at) + letter + text.slice(at + 1), 2);
      refusalOf(text.slice(0, at) + letter + text.slice(at), 2);
    }
  }
  for (const ending of ['=', ' ', '\n', '.', '!']) refusalOf(text + ending, 2);
});

test('a position in a snapshot is not one in the log', () => {
  const inLog = { epoch: '0123456789abcdef', clearance: 0, number: 5 };
  const inSnapshot = Buffer.from(cursors.write({ ...inLog, snapshotAfter: newId() }), 'base64url');

  refusalOf(Buffer.concat([inSnapshot.subarray(0, 18), inSnapshot.subarray(34)]).toString('base64url'), 0);
});

test('whatever else people send is refused', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 100 }), (text) => {
      expect(refusalOf(text, 0).code).toBe('BAD_USER_INPUT');
    }),
  );
});

test('a cursor of another clearance is refused in words that say so', () => {
  fc.assert(
    fc.property(position, fc.integer({ min: 0, max: 4 }), (each, clearance) => {
      fc.pre(clearance !== each.clearance);
      const refusal = refusalOf(cursors.write(each), clearance);
      expect(refusal.code).toBe('BAD_USER_INPUT');
      expect(refusal.message).toContain('another clearance');
    }),
  );
});

test('a cursor of another installation is refused', () => {
  const foreign = new EventCursors('another secret');

  refusalOf(foreign.write({ epoch: '0123456789abcdef', clearance: 0, number: 1 }), 0);
});

test('the refusal names the argument', () => {
  expect(() => cursors.read('x', 0, 'until')).toThrow(/^until is no cursor of the event log/);
});
