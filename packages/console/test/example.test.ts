import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, parse, validate } from 'graphql';
import { examplesIn } from '../src/example';
import { grouped } from '../src/example-group';

const directory = join(__dirname, '../examples');
const examples = examplesIn(
  Object.fromEntries(
    readdirSync(directory).map((name) => [name, readFileSync(join(directory, name), 'utf8')]),
  ),
);

test('every file of examples/ is offered once, in a group that names it', () => {
  const offered = grouped(examples).flatMap((group) => group.examples);

  expect(offered).toHaveLength(readdirSync(directory).filter((name) => name.endsWith('.graphql')).length);
  expect(grouped(examples).map(({ title }) => title)).not.toContain('More');
});

test('every variable of an example has a value', () => {
  for (const { title, query, variables } of examples) {
    const wanted = [...query.matchAll(/\$(\w+):/g)].map(([, name]) => name);
    expect({ title, wanted: Object.keys(JSON.parse(variables || '{}')) }).toEqual({ title, wanted });
  }
});

test('a title is the first line without its number and its full stop', () => {
  expect(
    examplesIn({ '02-signed.graphql': '# 2. Signed, not in force.\n{ agreements { totalCount } }' }),
  ).toMatchObject([{ number: 2, title: 'Signed, not in force' }]);
});

test('a file without a number and a title is refused', () => {
  expect(() => examplesIn({ '02-untitled.graphql': '{ engagements { totalCount } }' })).toThrow(
    '02-untitled.graphql',
  );
});

const schema = join(__dirname, '../../server/schema.graphql');
(existsSync(schema) ? test : test.skip)('every example is valid against the served schema', () => {
  const served = buildSchema(readFileSync(schema, 'utf8'));

  const mistakes = examples.flatMap(({ title, query }) =>
    validate(served, parse(query)).map(({ message }) => `${title} ${message}`),
  );
  expect(mistakes).toEqual([]);
});
