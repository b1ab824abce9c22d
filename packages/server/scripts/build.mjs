// Compiles src/ to dist/ with swc: only files whose content (or whose compiler settings) changed.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const source = join(root, 'src');
const target = join(root, 'dist');
const stampFile = join(target, '.stamp.json');

const isShipped = (file) => !file.endsWith('.test.ts') && !file.endsWith('.d.ts');
const digest = (...parts) => createHash('sha256').update(parts.join('\0')).digest('hex');

export async function build() {
  const settings = readFileSync(join(root, '.swcrc'), 'utf8');
  const compiler = readFileSync(join(root, 'package.json'), 'utf8').match(/"@swc\/core": "([^"]+)"/)?.[1];
  const before = existsSync(stampFile) ? JSON.parse(readFileSync(stampFile, 'utf8')) : {};
  const after = {};
  const changed = [];

  for (const entry of readdirSync(source, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const name = relative(source, path);
    if (!isShipped(name)) continue;
    const content = readFileSync(path);
    after[name] = digest(settings, compiler, content);
    if (after[name] !== before[name] || !existsSync(outputOf(name))) changed.push({ name, path, content });
  }

  for (const name of Object.keys(before))
    if (!(name in after)) for (const suffix of ['', '.map']) rmSync(outputOf(name) + suffix, { force: true });

  if (changed.length > 0) {
    // Loaded only when needed: a second start should not pay for the compiler.
    const { transform } = await import('@swc/core');
    await Promise.all(changed.map((file) => compile(file, transform, JSON.parse(settings))));
  }
  mkdirSync(target, { recursive: true });
  writeFileSync(stampFile, JSON.stringify(after));
  return changed.length;
}

async function compile({ name, path, content }, transform, settings) {
  const output = outputOf(name);
  mkdirSync(dirname(output), { recursive: true });
  if (!name.endsWith('.ts')) return writeFileSync(output, content);
  const { code, map } = await transform(content.toString(), {
    ...settings,
    swcrc: false,
    filename: path,
    sourceFileName: relative(dirname(output), path),
  });
  writeFileSync(`${output}.map`, map);
  writeFileSync(output, `${code}\n//# sourceMappingURL=${output.split('/').pop()}.map\n`);
}

function outputOf(name) {
  return join(target, name.replace(/\.ts$/, '.js'));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const started = performance.now();
  const count = await build();
  console.log(`${count} file(s) compiled in ${Math.round(performance.now() - started)} ms`);
}
