import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, validate } from 'graphql';
import { DEFAULT_LIMITS, refuseDocument } from '../../src/app/limits';
import { schema } from '../../src/app/schema';
import { EXAMPLES } from './examples';

/** Those of the model, but for the export of one record, which comes with the console’s tables. */
const NUMBERS = Array.from({ length: 39 }, (_, index) => index + 1);

test('every question is an example', () => {
  expect(EXAMPLES.map(({ number }) => number)).toEqual(NUMBERS);
});

test('every question has its test', () => {
  const tests = readdirSync(__dirname)
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => readFileSync(join(__dirname, name), 'utf8'));
  const asked = tests.flatMap((text) =>
    [...text.matchAll(/^question\(\s*'(.+?)',/gm)].map(([, title]) => title),
  );

  expect(asked.sort()).toEqual(EXAMPLES.map(({ title }) => title).sort());
});

test.each(EXAMPLES)('$title: is valid and may be asked by anybody', ({ query, variables }) => {
  const document = parse(query);

  expect(validate(schema(), document)).toEqual([]);
  expect(refuseDocument(schema(), document, null, variables, DEFAULT_LIMITS)).toBeGreaterThan(0);
});
