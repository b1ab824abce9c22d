import type { Api } from './api';

export type Row = { [column: string]: unknown };

/** Rows of groups as their values, of whatever columns are filled, the count last. */
export const shown = (rows: Row[]): unknown[][] =>
  rows.map(({ count, ...columns }) => [
    ...Object.values(columns).flatMap((value) =>
      value === null ? [] : [typeof value === 'object' ? Object.values(value)[0] : value],
    ),
    count,
  ]);

let number = 0;

/** A series of its own for each test, of which it counts the engagements. */
export function seriesOf(api: Api) {
  const series = `series ${++number}`;
  const met = (when: string | null, actors: string[], more: object = {}): Promise<string> =>
    api.given.engagement({
      when: when === null ? null : { edtf: when },
      participations: actors.map((actor) => ({ actor })),
      series,
      ...more,
    });
  return { number, filter: { series }, met };
}
