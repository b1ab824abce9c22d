import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';
import { present } from './present';

export const HOME = join(__dirname, '../..');
const SOURCE = join(HOME, 'src');

/** A sample of the README or of a TSDoc comment, as a module that stands alone. */
export interface Sample {
  /** Where it stands. */
  name: string;
  code: string;
}

// What samples leave to the reader's imagination.
const PREAMBLE = `declare global {
  const entente: import('@entente/sdk').Entente;
  const id: string;
  const later: string;
  const tokens: { get(reason: string): Promise<string> };
  const again: () => void;
  const signal: AbortSignal;
  const db: { applyIfNewer(id: string, version: number, item: object): Promise<void> };
}`;

/** Where the names of the package are found in the sources. */
export const PATHS: Record<string, string[]> = {
  '@entente/sdk': [join(SOURCE, 'index.ts')],
  '@entente/sdk/testing': [join(SOURCE, 'testing.ts')],
  '@entente/sdk/node': [join(SOURCE, 'node.ts')],
  '@entente/sdk/ws': [join(SOURCE, 'ws.ts')],
  '@entente/sdk/types': [join(SOURCE, 'generated/types.ts')],
  '@entente/sdk/documents': [join(SOURCE, 'generated/documents.ts')],
  '@entente/sdk/*': [join(SOURCE, 'generated/resources/*.ts')],
};

/** Our own README, the repository's first page and its guides, by the names that their samples get. */
const PAGES = new Map([
  ['README', join(HOME, 'README.md')],
  ['first-page', join(HOME, '../../README.md')],
  ...readdirSync(join(HOME, '../../docs/guides')).map((file): [string, string] => [
    file.replace('.md', ''),
    join(HOME, '../../docs/guides', file),
  ]),
]);

export function samples(): Sample[] {
  const prose = [...PAGES].flatMap(([name, path]) =>
    [...readFileSync(path, 'utf8').matchAll(/^```ts\n([\s\S]*?)^```/gm)].map(([, code], index) => ({
      name: `${name} ${index + 1}`,
      code: present(code),
    })),
  );
  const files = readdirSync(SOURCE, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.ts'));
  const comments = files.flatMap((file) =>
    [
      ...readFileSync(join(SOURCE, file), 'utf8').matchAll(/@example\n\s*\* ```ts\n([\s\S]*?)\n\s*\* ```/g),
    ].map(([, code], index) => ({
      name: `${file.replaceAll('/', '-')} ${index + 1}`,
      code: present(code).replace(/^\s*\* ?/gm, ''),
    })),
  );
  return [...prose, ...comments].map(({ name, code }) => ({ name, code: standAlone(code) }));
}

/** Imports what the package exports and the sample takes for granted, as an editor would. */
function standAlone(code: string): string {
  const words = new Set(code.replace(/'[^']*'/g, '').match(/\b[A-Za-z]\w*\b/g));
  const own = [...code.matchAll(/^import .*?from/gm)].join(' ');
  const imports = [...exportsOf()].filter(
    ([name]) => words.has(name) && !new RegExp(`\\b${name}\\b`).test(own),
  );
  return [...imports.map(([name, from]) => `import { ${name} } from '${from}';`), code, 'export {};'].join(
    '\n',
  );
}

let known: Map<string, string> | undefined;

/** Every exported name, and the entry it comes from. */
function exportsOf(): Map<string, string> {
  if (known) return known;
  const program = ts.createProgram(entries(), OPTIONS);
  const checker = program.getTypeChecker();
  known = new Map();
  for (const entry of entries()) {
    const symbol = checker.getSymbolAtLocation(present(program.getSourceFile(entry)));
    for (const { name } of symbol ? checker.getExportsOfModule(symbol) : [])
      if (!known.has(name)) known.set(name, nameOf(entry));
  }
  return known;
}

export const entries = (): string[] => [
  join(SOURCE, 'index.ts'),
  join(SOURCE, 'testing.ts'),
  join(SOURCE, 'node.ts'),
  join(SOURCE, 'ws.ts'),
  ...readdirSync(join(SOURCE, 'generated/resources')).map((name) =>
    join(SOURCE, 'generated/resources', name),
  ),
  join(SOURCE, 'generated/types.ts'),
];

const nameOf = (entry: string): string =>
  `@entente/sdk/${relative(SOURCE, entry)
    .replace(/^generated\/(resources\/)?/, '')
    .replace('.ts', '')}`.replace('/index', '');

export const OPTIONS: ts.CompilerOptions = {
  strict: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  types: ['node'],
  noEmit: true,
  skipLibCheck: true,
  isolatedModules: false,
  paths: PATHS,
};

/** What the compiler says of each sample; nothing, if it compiles. */
export function complaints(all: Sample[]): Map<string, string[]> {
  const texts = new Map(all.map(({ name, code }) => [join(HOME, 'samples', `${name}.ts`), code]));
  texts.set(join(HOME, 'samples/preamble.ts'), `${PREAMBLE}\nexport {};`);
  const host = ts.createCompilerHost(OPTIONS);
  const { fileExists, readFile } = host;
  host.fileExists = (file) => texts.has(file) || fileExists(file);
  host.readFile = (file) => texts.get(file) ?? readFile(file);
  const program = ts.createProgram([...texts.keys()], OPTIONS, host);
  const found = new Map<string, string[]>();
  for (const { file, messageText } of ts.getPreEmitDiagnostics(program)) {
    const name = file ? relative(join(HOME, 'samples'), file.fileName).replace(/\.ts$/, '') : '';
    found.set(name, [...(found.get(name) ?? []), ts.flattenDiagnosticMessageText(messageText, '\n')]);
  }
  return found;
}
