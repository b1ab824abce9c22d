import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { present } from './support/present';

const SOURCE = join(__dirname, '../src');
const CORE = `export { createCore } from './core'; export { single, listing } from './operation'; export { isRetryable } from './errors';`;
const STREAM = `${CORE} export { streaming } from './streaming';`;
const LARGEST_KB = {
  core: 4.0,
  // With streams, by server-sent events, that are resumed.
  stream: 5.0,
  operation: 0.4,
  whole: 0.85,
  everything: 12,
  webSocket: 4.5,
  verifyWebhook: 0.8,
};

/** Kilobytes of a bundle as a browser loads it. */
async function sizeOf(contents: string): Promise<number> {
  const stdin = { contents, resolveDir: SOURCE, loader: 'ts' as const };
  const { outputFiles } = await build({
    stdin,
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
  });
  return gzipSync(present(outputFiles[0]).contents, { level: 9 }).length / 1000;
}

describe('the weight of the SDK', () => {
  let core: number;
  let stream: number;
  const operations: { name: string; weight: number }[] = [];

  beforeAll(async () => {
    core = await sizeOf(CORE);
    stream = await sizeOf(STREAM);
    for (const file of readdirSync(join(SOURCE, 'generated/resources'))) {
      const names = [
        ...readFileSync(join(SOURCE, 'generated/resources', file), 'utf8').matchAll(/^export const (\w+)/gm),
      ].map(([, name]) => present(name));
      for (const name of names) {
        const added = `export { ${name} } from './generated/resources/${file}';`;
        operations.push({ name, weight: (await sizeOf(STREAM + added)) - stream });
      }
    }
    operations.sort((one, other) => one.weight - other.weight);
  });

  test('is small in its core', () => {
    report(`core ${core.toFixed(2)} KB`);
    expect(core).toBeLessThanOrEqual(LARGEST_KB.core);
  });

  test('is small with streams', () => {
    report(`core with streams ${stream.toFixed(2)} KB`);
    expect(stream).toBeLessThanOrEqual(LARGEST_KB.stream);
  });

  test('is small for a WebSocket, and for verifying webhooks', async () => {
    const webSocket = (await sizeOf(`${STREAM} export { webSocket } from './ws';`)) - stream;
    const verifying = await sizeOf(`export { verifyWebhook } from './generated/resources/webhooks';`);
    report(`webSocket ${webSocket.toFixed(2)} KB on top, verifyWebhook ${verifying.toFixed(2)} KB by itself`);
    expect(webSocket).toBeLessThanOrEqual(LARGEST_KB.webSocket);
    expect(verifying).toBeLessThanOrEqual(LARGEST_KB.verifyWebhook);
  });

  test('does not grow by streams that nobody follows', async () => {
    const bundle = await sizeOf(
      `${CORE} import * as all from './generated/resources/events'; export const list = all.listEvents;`,
    );
    expect(bundle - core).toBeLessThanOrEqual(LARGEST_KB.operation);
  });

  test('is small for one operation added', () => {
    const half = present(operations[Math.floor(operations.length / 2)]);
    report(
      `an operation ${half.weight.toFixed(2)} KB (the middle one of ${operations.length}, ${half.name})`,
    );
    expect(half.weight).toBeLessThanOrEqual(LARGEST_KB.operation);
  });

  test('is bounded for a record read whole, with all its evidence', () => {
    const largest = present(operations.at(-1));
    report(`the largest ${largest.weight.toFixed(2)} KB (${largest.name})`);
    expect(largest.weight).toBeLessThanOrEqual(LARGEST_KB.whole);
  });

  test('is small with everything', async () => {
    const everything = await sizeOf(`export { createClient } from './index';`);
    report(`everything ${everything.toFixed(2)} KB`);
    expect(everything).toBeLessThanOrEqual(LARGEST_KB.everything);
  });

  test('does not grow by what is not imported', async () => {
    const one = await sizeOf(
      `${CORE} import * as all from './generated/resources/agreements'; export const get = all.recordAgreementAction;`,
    );
    expect(one - core).toBeLessThanOrEqual(LARGEST_KB.operation);
  });
});

const report = (line: string): void => void process.stdout.write(`${line}\n`);
