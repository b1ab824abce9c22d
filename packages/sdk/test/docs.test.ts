import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { namespaces } from '../src/generated/namespaces';
import { startInventingServer } from './support/inventing-server';
import { present } from './support/present';
import { runSamples } from './support/run-samples';
import { complaints, entries, HOME, OPTIONS, samples } from './support/samples';
import { SCHEMA } from './support/schema';

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
    // The product answers WebSockets; this server does not.
    const overHttp = all.filter(({ name }) => !name.startsWith('ws.ts'));
    const failures = await runSamples(overHttp, {
      url: server.url,
      idFor: () => 'engagement_01h455vb4pex5vsknk084sn02q',
    }).finally(() => server.stop());

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
      ...methods.filter((method) => !everywhere.includes(method) && !row.includes(`\`${method || '()'}\``)),
    ]).toEqual([name]);
  }
});
