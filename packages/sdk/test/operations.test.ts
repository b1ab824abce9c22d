import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, type GraphQLObjectType, parse, validate } from 'graphql';
import { costOf } from '../../server/src/app/limits-cost.rule';
import * as namespacesFile from '../src/generated/namespaces';
import type { HasDocument } from '../src/operation';
import { SCHEMA } from './support/schema';

const HOME = join(__dirname, '..');
const schema = buildSchema(readFileSync(SCHEMA, 'utf8'));
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
  (_, { text, name, cost, isIdempotent, kind }) => {
    expect(validate(schema, parse(text))).toEqual([]);
    const largest = { first: 100, total: true, ids: Array.from({ length: 100 }, () => 'id') };
    expect(costOf(schema, parse(text), name, largest, 100).cost).toBeLessThanOrEqual(5_000);
    // What we say of it is what the server reckons, or a little more.
    const items = text.includes('endCursor') ? 100 : 1;
    expect(cost * items + 10).toBeGreaterThanOrEqual(
      costOf(schema, parse(text), name, { first: 100, total: true, ids: [] }, 100).cost,
    );
    expect(isIdempotent).toBe(kind === 'mutation');
  },
);

test('every question, mutation and subscription of the schema has a method', () => {
  const roots = [
    schema.getQueryType(),
    schema.getMutationType(),
    schema.getSubscriptionType(),
  ] as GraphQLObjectType[];
  const fields = [
    ...roots.flatMap((type) => Object.keys(type.getFields())),
    ...Object.keys((schema.getType('PastView') as GraphQLObjectType).getFields()),
  ];
  const texts = methods.map(([, { text }]) => text).join('\n');

  expect(fields.filter((field) => !new RegExp(`\\b${field}[({]`).test(texts))).toEqual([]);
});
