// Builds dist: one file a source file, as ESM and as CommonJS, with declarations for both.
import { spawnSync } from 'node:child_process';
import { cp, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';

const home = resolve(import.meta.dirname, '..');
const dist = join(home, 'dist');
const sources = (await readdir(join(home, 'src'), { recursive: true })).filter((name) =>
  name.endsWith('.ts'),
);

await rm(dist, { recursive: true, force: true });
for (const format of ['esm', 'cjs']) {
  const outdir = join(dist, format);
  await build({
    entryPoints: sources.map((name) => join(home, 'src', name)),
    outbase: join(home, 'src'),
    outdir,
    format,
    target: 'es2022',
    platform: 'neutral',
    logLevel: 'warning',
  });
  // Says which kind of module the files are, to Node and to TypeScript, whatever the package says.
  await writeFile(
    join(outdir, 'package.json'),
    `${JSON.stringify({ type: format === 'esm' ? 'module' : 'commonjs', sideEffects: false })}\n`,
  );
}

const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
const { status } = spawnSync(process.execPath, [tsc, '-p', join(home, 'tsconfig.build.json')], {
  stdio: 'inherit',
});
if (status !== 0) process.exit(status ?? 1);
for (const name of await readdir(join(dist, 'esm'), { recursive: true })) {
  if (!name.endsWith('.d.ts')) continue;
  await mkdir(join(dist, 'cjs', name, '..'), { recursive: true });
  await cp(join(dist, 'esm', name), join(dist, 'cjs', name));
}
