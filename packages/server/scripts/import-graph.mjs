// Draws the imports of the server's folders into docs/architecture.md; with --check only says whether they are drawn there.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../../..');
const PAGE = join(ROOT, 'docs/architecture.md');
const FOLDER = /^packages\/server\/src\/(?:features\/([^/]+)|([^/.]+))/;
const DRAWN = /(?<=```mermaid\n)graph TD\n[\s\S]*?(?=```)/;

export function importGraph() {
  const reduced = withoutDetours(edges());
  const lines = [...reduced].flatMap(([from, targets]) =>
    [...targets].sort().map((to) => `  ${from} --> ${to}`),
  );
  return `graph TD\n${lines.sort().join('\n')}\n`;
}

/** Which folders each folder imports from, type imports included. */
function edges() {
  const { modules } = JSON.parse(
    execFileSync(
      join(ROOT, 'node_modules/.bin/depcruise'),
      ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'packages/server/src'],
      { cwd: ROOT, encoding: 'utf8', maxBuffer: 200_000_000 },
    ),
  );
  const graph = new Map();
  for (const { source, dependencies } of modules)
    for (const { resolved, dependencyTypes } of dependencies) {
      const [from, to] = [folderOf(source), folderOf(resolved)];
      if (!from || !to || from === to) continue;
      // Resolvers name the type of the request's context, which app/ makes of all features.
      if (to === 'app' && dependencyTypes.includes('type-only')) continue;
      graph.set(from, (graph.get(from) ?? new Set()).add(to));
    }
  return graph;
}

function folderOf(path) {
  const [, feature, folder] = FOLDER.exec(path) ?? [];
  return feature ?? folder;
}

/** An arrow that a longer way implies says nothing new. */
function withoutDetours(graph) {
  const reaches = (from, to) => [...(graph.get(from) ?? [])].some((next) => next === to || reaches(next, to));
  return new Map(
    [...graph].map(([from, targets]) => [
      from,
      new Set([...targets].filter((to) => ![...targets].some((other) => other !== to && reaches(other, to)))),
    ]),
  );
}

const page = readFileSync(PAGE, 'utf8');
if (!DRAWN.test(page))
  throw new Error('docs/architecture.md has no ```mermaid block that begins with "graph TD".');
const drawn = page.replace(DRAWN, importGraph);
if (process.argv.includes('--check')) {
  if (drawn !== page) {
    console.error(
      'docs/architecture.md draws other imports: run `node packages/server/scripts/import-graph.mjs`.',
    );
    process.exitCode = 1;
  }
} else writeFileSync(PAGE, drawn);
