// The imports between the server's folders, as Mermaid.
import { execFileSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../../..');
const FOLDER = /^packages\/server\/src\/(?:features\/([^/]+)|([^/.]+))/;

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
