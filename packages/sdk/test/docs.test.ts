import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import ts from 'typescript';
import { namespaces } from '../src/generated/namespaces';
import { startInventingServer } from './support/inventing-server';
import { present } from './support/present';
import { complaints, entries, HOME, OPTIONS, PATHS, samples } from './support/samples';
import { SCHEMA } from './support/schema';

const RESOURCE = present(PATHS['@entente/sdk/*']?.[0]);
const all = samples();

describe('samples', () => {
  const found = complaints(all);

  test.each(all.map(({ name }) => name))('%s compiles', (name) => {
    expect(found.get(name) ?? []).toEqual([]);
  });

  test('are all that is wrong with them', () => {
    expect([...found.keys()].filter((name) => !all.some((sample) => sample.name === name))).toEqual([]);
  });

  test('run', async () => {
    const server = await startInventingServer(SCHEMA);
    const failures = await run(server.url).finally(() => server.stop());

    expect(failures).toEqual({});
  }, 60_000);
});

describe('whatever is exported', () => {
  const program = ts.createProgram(entries(), OPTIONS);
  const checker = program.getTypeChecker();
  const exported = entries().flatMap((entry) => {
    const module = present(checker.getSymbolAtLocation(present(program.getSourceFile(entry))));
    return checker
      .getExportsOfModule(module)
      .map((symbol) => (symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol));
  });
  const names = (symbols: ts.Symbol[]): string[] => symbols.map(({ name }) => name);

  test('says what it is', () => {
    expect(exported.length).toBeGreaterThan(250);
    expect(names(exported.filter((symbol) => symbol.getDocumentationComment(checker).length === 0))).toEqual(
      [],
    );
  });

  test('and is called or constructed has an example and speaks of each parameter', () => {
    const callable = exported.filter((symbol) => {
      const declaration = symbol.valueDeclaration;
      if (!declaration) return false;
      const type = checker.getTypeOfSymbolAtLocation(symbol, declaration);
      return type.getCallSignatures().length + type.getConstructSignatures().length > 0;
    });
    const tags = (symbol: ts.Symbol): string[] =>
      symbol
        .getJsDocTags(checker)
        .map((tag) => (tag.name === 'param' ? `param ${tag.text?.[0]?.text}` : tag.name));
    const parameters = (symbol: ts.Symbol): string[] =>
      checker
        .getTypeOfSymbolAtLocation(symbol, present(symbol.valueDeclaration))
        .getCallSignatures()
        .flatMap((signature) => signature.getParameters().map(({ name }) => `param ${name}`));

    expect(callable.length).toBeGreaterThan(75);
    expect(names(callable.filter((symbol) => !tags(symbol).includes('example')))).toEqual([]);
    expect(
      names(callable.filter((symbol) => parameters(symbol).some((name) => !tags(symbol).includes(name)))),
    ).toEqual([]);
  });
});

test('the README names every resource and every method', () => {
  const text = readFileSync(join(HOME, 'README.md'), 'utf8');
  const table = Object.entries(namespaces).map(([name, methods]) => ({
    name,
    methods: Object.keys(methods),
    row: text.split('\n').find((line) => line.startsWith(`| \`${name}\``)) ?? '',
  }));

  for (const { methods, row, name } of table) {
    const everywhere = name === 'records' ? [] : ['history', 'retract', 'reinstate', 'expunge'];
    expect([
      name,
      ...methods.filter((method) => !everywhere.includes(method) && !row.includes(`\`${method}\``)),
    ]).toEqual([name]);
  }
});

/** Runs every sample against a server, all in one process that shares one copy of the SDK; answers why some failed. */
async function run(url: string): Promise<Record<string, string>> {
  const folder = mkdtempSync(join(tmpdir(), 'entente-samples-'));
  const files = all.map(({ code }, index) => {
    const file = join(folder, `sample-${index}.ts`);
    writeFileSync(file, code.replaceAll('http://127.0.0.1:4000/graphql', url));
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
  const child = spawn(
    process.execPath,
    [join(outdir, 'runner.mjs'), url, JSON.stringify(all.map(({ name }) => name))],
    { timeout: 30_000 },
  );
  const output: Buffer[] = [];
  child.stdout.on('data', (chunk) => output.push(chunk));
  child.stderr.pipe(process.stderr);
  await new Promise((ended) => child.on('exit', ended));
  rmSync(folder, { recursive: true });
  return JSON.parse(Buffer.concat(output).toString() || '{"runner":"did not start"}');
}

const RUNNER = `
import { createClient } from '@entente/sdk';
const [url, names] = process.argv.slice(2);
const failures = {};
let doing;
process.on('SIGTERM', () => { failures[doing] = 'never ended'; end(); });
const end = () => process.stdout.write(JSON.stringify(failures), () => process.exit());
for (const word of ['log', 'warn', 'error', 'debug']) console[word] = () => {};
const id = 'engagement_01h455vb4pex5vsknk084sn02q';
Object.assign(globalThis, { entente: createClient({ url }), id, later: id, again() {}, tokens: { get: async () => 'token' } });
for (const [index, name] of JSON.parse(names).entries()) {
  doing = name;
  const file = './sample-' + index + '.mjs';
  await import(file).catch((error) => { failures[name] = String(error.stack); });
}
end();
`;
