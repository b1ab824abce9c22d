// How scalars appear in TypeScript. Dates stay strings: half of them are EDTF, and a Date would add a time that no source said.
const BUILT_IN = {
  ID: 'string',
  String: 'string',
  Int: 'number',
  Float: 'number',
  Boolean: 'boolean',
  Date: 'string',
  URL: 'string',
  JSON: 'unknown',
};

/** The TypeScript name of a scalar: its own, unless that would hide a global one. */
export const scalarType = (name) => BUILT_IN[name] ?? name;
export const isNamedScalar = (name) => !(name in BUILT_IN);
