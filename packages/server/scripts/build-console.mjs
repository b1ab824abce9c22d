// Builds the GraphiQL page, if its sources changed since it was last built.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildIfChanged } from './changed.mjs';

const page = join(dirname(fileURLToPath(import.meta.url)), '../../console');
const SOURCES = [
  'src',
  'public',
  'examples',
  'index.html',
  'package.json',
  'tsconfig.json',
  'vite.config.ts',
];

export async function buildConsole() {
  if (!existsSync(join(page, 'package.json'))) return false;
  return buildIfChanged({
    sources: SOURCES.map((name) => join(page, name)),
    output: join(page, 'dist'),
    build: async () => {
      const vite = join(
        dirname(createRequire(join(page, 'package.json')).resolve('vite/package.json')),
        'bin/vite.js',
      );
      const { status } = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
        cwd: page,
        stdio: 'inherit',
      });
      if (status !== 0) throw new Error('The console could not be built; see the lines above.');
    },
  });
}
