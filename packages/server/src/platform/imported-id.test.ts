import fc from 'fast-check';
import { importedId } from './imported-id';
import { typeIdOf, uuidOf } from './type-id';

describe('The id of something that others name', () => {
  test('is the same for the same name, and another for another one', () => {
    expect(importedId('gdelt', 'engagement', 1)).toBe(importedId('gdelt', 'engagement', '1'));
    expect(importedId('gdelt', 'engagement', 1)).not.toBe(importedId('gdelt', 'engagement', 2));
    expect(importedId('ab', 'c')).not.toBe(importedId('a', 'bc'));
  });

  test('is written and read as any other', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (key) => {
        const id = importedId(...key);
        expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
        expect(uuidOf(typeIdOf('engagement', id), 'engagement', 'id')).toBe(id);
      }),
    );
  });
});
