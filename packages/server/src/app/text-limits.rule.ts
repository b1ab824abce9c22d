import { DomainError } from '../platform/errors';

/** Longest texts by the name of their field, in characters. A title of 2,000 is stored with a warning; one of 20,000 is a mistake. */
const LONGEST: { [field: string]: number } = {
  title: 10_000,
  statement: 5_000,
  summary: 20_000,
  reason: 500,
  quote: 10_000,
  value: 1_000,
  note: 2_000,
  text: 900_000,
};
const OTHERWISE = 2_000;

/** Refuses texts too long to be meant, and lists too long to be written in one transaction, wherever they stand in an input. */
export function refuseOverlong(value: unknown, path: readonly (string | number)[] = []): void {
  if (typeof value === 'string') {
    const name = [...path].reverse().find((step) => typeof step === 'string');
    const longest = LONGEST[String(name)] ?? OTHERWISE;
    if (value.length > longest) {
      const field = path.join('.');
      throw new DomainError(
        'BAD_USER_INPUT',
        `${field} has ${value.length} characters; at most ${longest} are taken`,
        { field },
      );
    }
  } else if (Array.isArray(value))
    for (const [index, each] of value.entries()) refuseOverlong(each, [...path, index]);
  else if (value !== null && typeof value === 'object' && !(value instanceof Date))
    for (const [name, each] of Object.entries(value)) refuseOverlong(each, [...path, name]);
}
