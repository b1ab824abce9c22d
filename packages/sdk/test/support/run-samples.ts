import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { present } from './present';
import { PATHS, type Sample } from './samples';

const RESOURCE = present(PATHS['@entente/sdk/*']?.[0]);

// Samples ask what was recorded by a day in the past; a server of today knows nothing of that day.
const A_DAY = '2026-01-31T08:00:00.000Z';

/** What samples run against. */
export interface World {
  url: string;
  token?: string;
  /** The `id` that a sample speaks of. */
  idFor(name: string): string;
}

/** Runs samples against a server, all in one process that shares one copy of the SDK; answers why some failed. */
export async function runSamples(
  all: Sample[],
  { url, token, idFor }: World,
): Promise<Record<string, string>> {
  const folder = mkdtempSync(join(tmpdir(), 'entente-samples-'));
  const files = all.map(({ code }, index) => {
    const file = join(folder, `sample-${index}.ts`);
    writeFileSync(
      file,
      code.replaceAll('http://127.0.0.1:4000/graphql', url).replaceAll(A_DAY, new Date().toISOString()),
    );
    return file;
  });
  const runner = join(folder, 'runner.ts');
  writeFileSync(runner, RUNNER);
  const alias = Object.fromEntries(
    Object.entries(PATHS)
      .filter(([name]) => !name.endsWith('*'))
      .map(([name, [file]]) => [name, present(file)]),
  );
  const outdir = join(folder, 'out');
  mkdirSync(outdir);
  await build({
    entryPoints: [runner, ...files],
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    platform: 'node',
    outdir,
    outExtension: { '.js': '.mjs' },
    logLevel: 'error',
    plugins: [
      {
        name: 'sources',
        setup: ({ onResolve }) =>
          onResolve({ filter: /^@entente\/sdk/ }, ({ path }) => ({
            path: alias[path] ?? RESOURCE.replace('*', path.slice('@entente/sdk/'.length)),
          })),
      },
    ],
  });
  const facts = JSON.stringify({
    url,
    token,
    sockets: createRequire(__filename).resolve('ws'),
    samples: all.map(({ name }) => ({ name, id: idFor(name) })),
  });
  // Samples may write beside themselves.
  const child = spawn(process.execPath, [join(outdir, 'runner.mjs'), facts], {
    timeout: 60_000,
    cwd: folder,
  });
  const output: Buffer[] = [];
  child.stdout.on('data', (chunk) => output.push(chunk));
  child.stderr.pipe(process.stderr);
  await new Promise((ended) => child.on('exit', ended));
  rmSync(folder, { recursive: true });
  return JSON.parse(Buffer.concat(output).toString() || '{"runner":"did not start"}');
}

const RUNNER = `
import { createClient } from '@entente/sdk';
const { url, token, sockets, samples } = JSON.parse(process.argv[2]);
const failures = {};
let doing;
const end = () => process.stdout.write(JSON.stringify(failures), () => process.exit());
process.on('SIGTERM', () => { failures[doing] = 'never ended'; end(); });
for (const word of ['log', 'warn', 'error', 'debug']) console[word] = () => {};
const entente = createClient({ url, auth: token });
const { default: WebSocket } = await import(sockets);
const db = { async applyIfNewer() {} };
Object.assign(globalThis, { entente, WebSocket, db, again() {}, tokens: { get: async () => token } });
for (const [index, { name, id }] of samples.entries()) {
  doing = name;
  globalThis.id = globalThis.later = id;
  const file = './sample-' + index + '.mjs';
  // What follows a stream for ever ends by the signal that the sample takes for granted.
  globalThis.signal = AbortSignal.timeout(500);
  await import(file).catch((error) => { if (error.code !== 'ABORTED') failures[name] = String(error.stack); });
}
end();
`;
