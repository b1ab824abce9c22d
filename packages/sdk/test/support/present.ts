/** The value, which the test knows to be there. */
export function present<T>(value: T | null | undefined): T {
  if (value == null) throw new Error('It was expected to be there.');
  return value;
}
