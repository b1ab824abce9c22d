import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, type GraphQLObjectType, parse, validate } from 'graphql';
import * as namespacesFile from '../src/generated/namespaces';
import type { HasDocument } from '../src/operation';
import { present } from './support/present';
import { SCHEMA } from './support/schema';

const HOME = join(__dirname, '..');
const schema = existsSync(SCHEMA) ? buildSchema(readFileSync(SCHEMA, 'utf8')) : undefined;
const methods = Object.entries(namespacesFile.namespaces).flatMap(([resource, functions]) =>
  Object.entries(functions).map(
    ([method, send]) => [`${resource}.${method}`, (send as HasDocument).document] as const,
  ),
);

test('what is generated is what the schema and the operations say', () => {
  const { status, stderr } = spawnSync(
    process.execPath,
    [join(HOME, 'scripts/generate.mjs'), '--check', '--schema', SCHEMA],
    { encoding: 'utf8' },
  );

  expect(stderr).toBe('');
  expect(status).toBe(0);
});

test.each(methods)(
  '%s is a valid operation that the server can afford',
  (_, { text, cost, isIdempotent, kind }) => {
    expect(validate(present(schema), parse(text))).toEqual([]);
    expect(cost).toBeLessThanOrEqual(text.includes('$total') ? 49 : 5_000);
    expect(isIdempotent).toBe(kind === 'mutation');
  },
);

test('every question and every mutation of the schema has a method', () => {
  const roots = [present(schema).getQueryType(), present(schema).getMutationType()] as GraphQLObjectType[];
  const fields = [
    ...roots.flatMap((type) => Object.keys(type.getFields())),
    ...Object.keys((present(schema).getType('PastView') as GraphQLObjectType).getFields()),
  ];
  const texts = methods.map(([, { text }]) => text).join('\n');

  expect(fields.filter((field) => !new RegExp(`\\b${field}[({]`).test(texts))).toEqual([]);
});
