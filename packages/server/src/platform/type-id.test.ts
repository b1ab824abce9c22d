import fc from 'fast-check';
import { DomainError } from './errors';
import { newId, prefixOf, typeIdOf, uuidOf } from './type-id';

const UUID = '01890a5d-ac96-774b-bcce-b302099a8057';

function refusalOf(act: () => unknown): DomainError {
  try {
    act();
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('an id on the wire', () => {
  test('is its type and the UUID in base 32', () => {
    expect(typeIdOf('engagement', UUID)).toBe('engagement_01h455vb4pex5vsknk084sn02q');
  });

  test('gives back the UUID it was made of', () => {
    fc.assert(
      fc.property(
        fc.uuid(),
        fc.constantFrom('actor', 'context_event', 'outlet_assessment'),
        (uuid, prefix) => {
          expect(uuidOf(typeIdOf(prefix, uuid), prefix, 'id')).toBe(uuid);
        },
      ),
    );
  });

  test('may be of one of several types', () => {
    expect(uuidOf(typeIdOf('claim', UUID), ['source', 'claim'], 'ref')).toBe(UUID);
  });

  test('tells its type, with underscores in it', () => {
    expect(prefixOf(typeIdOf('context_event', UUID))).toBe('context_event');
    expect(prefixOf('QA')).toBeNull();
  });

  test('of another type is refused, naming the field, what was expected and what came', () => {
    const { code, message, details } = refusalOf(() =>
      uuidOf(typeIdOf('agreement', UUID), 'engagement', 'input.parent'),
    );

    expect(code).toBe('BAD_USER_INPUT');
    expect(details).toEqual({ field: 'input.parent' });
    expect(message).toBe(
      'input.parent takes an id that begins with engagement_…; it was given one of agreement',
    );
  });

  test.each([
    ['in upper case', 'engagement_01H455VB4PEX5VSKNK084SN02Q'],
    ['beyond 128 bits', 'engagement_81h455vb4pex5vsknk084sn02q'],
    ['with a letter outside the alphabet', 'engagement_01h455vb4pex5vsknk084sn02l'],
    ['too short', 'engagement_01h455vb4pex5vsknk084sn02'],
    ['too long', 'engagement_01h455vb4pex5vsknk084sn02qq'],
    ['without a type', '01h455vb4pex5vsknk084sn02q'],
    ['as a bare UUID', UUID],
    ['with a NUL', 'engagement_01h455vb4pex5vsknk084sn02\0'],
    ['empty', ''],
  ])('is refused %s', (_how, id) => {
    expect(refusalOf(() => uuidOf(id, 'engagement', 'id')).code).toBe('BAD_USER_INPUT');
  });

  test('is not repeated at length where it is no id', () => {
    expect(refusalOf(() => uuidOf('x'.repeat(20_000), 'engagement', 'id')).message.length).toBeLessThan(200);
  });
});

describe('a new id', () => {
  test('is a UUIDv7 greater than the one before', () => {
    const ids = Array.from({ length: 10_000 }, newId);

    expect(ids[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect([...ids].sort()).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
