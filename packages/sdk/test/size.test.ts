import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { present } from './support/present';

const SOURCE = join(__dirname, '../src');
const CORE = `export { createCore } from './core'; export { single, listing } from './operation'; export { isRetryable } from './errors';`;
const LARGEST_KB = { core: 4.0, operation: 0.4, whole: 0.85, everything: 12 };

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
  const added: { name: string; weight: number }[] = [];

  beforeAll(async () => {
    core = await sizeOf(CORE);
    for (const file of readdirSync(join(SOURCE, 'generated/resources'))) {
      const names = [
        ...readFileSync(join(SOURCE, 'generated/resources', file), 'utf8').matchAll(/^export const (\w+)/gm),
      ].map(([, name]) => present(name));
      for (const name of names)
        added.push({
          name,
          weight: (await sizeOf(`${CORE} export { ${name} } from './generated/resources/${file}';`)) - core,
        });
    }
    added.sort((one, other) => one.weight - other.weight);
  });

  test('is small in its core', () => {
    report(`core ${core.toFixed(2)} KB`);
    expect(core).toBeLessThanOrEqual(LARGEST_KB.core);
  });

  test('is small for one operation added', () => {
    const half = present(added[Math.floor(added.length / 2)]);
    report(`an operation ${half.weight.toFixed(2)} KB (the middle one of ${added.length}, ${half.name})`);
    expect(half.weight).toBeLessThanOrEqual(LARGEST_KB.operation);
  });

  test('is bounded for a record read whole, with all its evidence', () => {
    const largest = present(added.at(-1));
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
