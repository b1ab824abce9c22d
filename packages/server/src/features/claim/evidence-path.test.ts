import { targetsOfPaths } from './evidence-path.rule';

const EVIDENCED = {
  recordId: 'r',
  type: 'engagement',
  fields: ['when', 'agenda'],
  lists: { agenda: { type: 'agenda_item', ids: ['a', 'b'] }, codes: { type: 'engagement_code', ids: ['k'] } },
};
const fieldsOf = (type: string) => (type === 'agenda_item' ? ['topic', 'centrality'] : null);

const places = (paths: string[] | null, evidenced: Parameters<typeof targetsOfPaths>[0] = EVIDENCED) =>
  targetsOfPaths(evidenced, paths, fieldsOf, (index) => `fields.${index}`).map(({ partId, field }) => [
    partId,
    field,
  ]);

describe('paths in an input', () => {
  test('lead to the record, its fields, its parts and their fields', () => {
    expect(places(null)).toEqual([[null, null]]);
    expect(places([])).toEqual([[null, null]]);
    expect(places(['when', 'agenda', 'agenda.1', 'agenda.0.topic'])).toEqual([
      [null, 'when'],
      [null, 'agenda'],
      ['b', null],
      ['a', 'topic'],
    ]);
  });

  test('lead to the part where the input is of a part', () => {
    const part = { ...EVIDENCED, part: { id: 'p', type: 'name' }, lists: {}, fields: ['value'] };

    expect(places(null, part)).toEqual([['p', null]]);
    expect(places(['value'], part)).toEqual([['p', 'value']]);
  });

  test('lead to each place once', () => {
    expect(places(['when', 'when', 'codes.0', 'codes'])).toEqual([
      [null, 'when'],
      [null, 'codes'],
    ]);
  });

  test.each(['where', 'agenda.2', 'agenda.00', 'agenda.0.level', 'codes.0.code', 'toString', 'lists.0'])(
    'refuse "%s"',
    (path) => {
      expect(() => places(['when', path])).toThrow(
        expect.objectContaining({ details: { field: 'fields.1' } }),
      );
    },
  );
});
