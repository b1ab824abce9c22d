// Writes src/generated from the server's schema and our operations; with --check only says whether it is up to date.
//   node scripts/generate.mjs [--check] [--schema <file>]
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { codegen } from '@graphql-codegen/core';
import { buildASTSchema, parse } from 'graphql';
import { inputConfig, inputPlugin } from './generate/inputs.mjs';
import { readModel } from './generate/model.mjs';
import * as ours from './generate/plugin.mjs';
import { typeFiles } from './generate/types.mjs';

const home = resolve(import.meta.dirname, '..');
const target = join(home, 'src/generated');
const HEADER =
  '// Generated from schema.graphql and operations/*.graphql by `pnpm --filter @entente/sdk run generate`. Do not edit.\n';

// pnpm hands its own `--` on.
const args = process.argv.slice(2).filter((arg) => arg !== '--');
const { values } = parseArgs({ args, options: { check: { type: 'boolean' }, schema: { type: 'string' } } });
const schemaFile = values.schema ?? process.env.ENTENTE_SCHEMA ?? resolve(home, '../server/schema.graphql');

const wanted = await generate(parse(await readFile(schemaFile, 'utf8')), await readOperations());
const found = await readGenerated();
const changed = [...wanted].filter(([file, text]) => found.get(file) !== text).map(([file]) => file);
const stale = [...found.keys()].filter((file) => !wanted.has(file));

if (values.check) {
  for (const file of [...changed, ...stale])
    console.error(`src/generated/${file} is not what the schema and operations say.`);
  if (changed.length + stale.length > 0) process.exitCode = 1;
} else {
  for (const file of stale) await rm(join(target, file));
  for (const file of changed) {
    await mkdir(dirname(join(target, file)), { recursive: true });
    await writeFile(join(target, file), wanted.get(file));
  }
  console.log(
    `${changed.length} written, ${stale.length} removed, ${wanted.size - changed.length} unchanged.`,
  );
}

async function generate(schemaNode, documents) {
  const schema = buildASTSchema(schemaNode);
  const common = { schema: schemaNode, schemaAst: schema, documents, config: {} };
  // The first run validates the operations against the schema; the others need not.
  const inputs = await codegen({
    ...common,
    filename: 'inputs',
    plugins: [{ inputPlugin: inputConfig(schema) }],
    pluginMap: { inputPlugin },
  });
  const model = readModel(schema, documents);
  const byHand = await readdir(join(home, 'src/resources'));
  for (const resource of model.resources) resource.isCompanied = byHand.includes(`${resource.file}.ts`);
  const files = new Map();
  for (const file of [
    'documents',
    'fragments',
    'namespaces',
    ...model.resources.map((resource) => `resources/${resource.file}`),
  ]) {
    const text = await codegen({
      ...common,
      filename: file,
      skipDocumentsValidation: true,
      plugins: [{ ours: { model, file } }],
      pluginMap: { ours },
    });
    files.set(`${file}.ts`, HEADER + text);
  }
  const types = typeFiles(model, inputs);
  for (const [file, text] of types) files.set(`types/${file}.ts`, HEADER + text);
  files.set(
    'types.ts',
    HEADER + [...types.keys()].map((file) => `export * from './types/${file}.js';\n`).join(''),
  );
  return files;
}

async function readOperations() {
  const names = (await readdir(join(home, 'operations'))).filter((name) => name.endsWith('.graphql')).sort();
  return Promise.all(
    names.map(async (name) => ({
      location: basename(name, '.graphql'),
      document: parse(await readFile(join(home, 'operations', name), 'utf8')),
    })),
  );
}

async function readGenerated() {
  const names = (await readdir(target, { recursive: true }).catch(() => [])).filter((name) =>
    name.endsWith('.ts'),
  );
  return new Map(
    await Promise.all(names.map(async (name) => [name, await readFile(join(target, name), 'utf8')])),
  );
}
