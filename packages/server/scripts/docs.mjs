// Writes what pages of docs/ take from the code: the graph of imports, the table of settings, the questions of analysts. With --check only says what differs.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from './build.mjs';
import { importGraph } from './import-graph.mjs';
import { questions } from './questions.mjs';

const DOCS = join(dirname(fileURLToPath(import.meta.url)), '../../../docs');

await build();
const { describeSettings } = createRequire(import.meta.url)('../dist/app/settings.js');

/** A page, the part of it that is written here, and what stands there. */
const PARTS = [
  ['architecture.md', /(?<=```mermaid\n)graph TD\n[\s\S]*?(?=```)/, importGraph()],
  ['reference/settings.md', /^\| name \|[\s\S]*?(?=\n(?!\|))/m, describeSettings()],
  ...questions().map(([place, blocks]) => ['guides/analyst.md', place, blocks]),
];

for (const [page, place, wanted] of PARTS) {
  const path = join(DOCS, page);
  const text = readFileSync(path, 'utf8');
  if (!place.test(text)) throw new Error(`docs/${page} has no place for it: ${place}`);
  const next = text.replace(place, () => wanted);
  if (next === text) continue;
  if (!process.argv.includes('--check')) writeFileSync(path, next);
  else {
    console.error(`docs/${page} is not what the code says: run \`node packages/server/scripts/docs.mjs\`.`);
    process.exitCode = 1;
  }
}
