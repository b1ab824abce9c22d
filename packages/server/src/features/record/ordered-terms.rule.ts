/** Enums that are numbers in tables because their values have an order, by the name of the field. */
export type OrderedTerms = { readonly [field: string]: { readonly [value: number]: string } };

/** The values of a version as the schema names them: `{ level: 3 }` becomes `{ level: 'MINISTER' }`, of parts too. */
export function named(values: unknown, terms: OrderedTerms): unknown {
  if (values === null || typeof values !== 'object') return values;
  return Object.fromEntries(
    Object.entries(values).map(([path, value]) => {
      const field = path.slice(path.lastIndexOf('.') + 1);
      return [path, typeof value === 'number' ? (terms[field]?.[value] ?? value) : value];
    }),
  );
}
