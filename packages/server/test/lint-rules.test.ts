import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';

const REPOSITORY = join(__dirname, '../../..');
const BIOME = join(REPOSITORY, 'node_modules/@biomejs/biome/bin/biome');
const S = 'packages/server/src';

/** What each rule refuses, and the place where the same is allowed. */
const RULES: Record<string, { refused: Record<string, string>; allowed: Record<string, string> }> = {
  'lint/performance/noBarrelFile': {
    refused: { [`${S}/features/claim/index.ts`]: `export { claim } from './claim.entity';\n` },
    allowed: { 'packages/sdk/src/index.ts': `export { client } from './client';\n` },
  },
  'lint/performance/noReExportAll': {
    refused: { [`${S}/app/everything.ts`]: `export * from './config';\n` },
    allowed: {},
  },
  'lint/style/noDefaultExport': {
    refused: { [`${S}/app/main-thing.ts`]: 'export default 1;\n' },
    allowed: { 'packages/console/vite.config.ts': 'export default {};\n' },
  },
  'lint/style/noProcessEnv': {
    refused: { [`${S}/app/hasty.ts`]: 'export const port = process.env.PORT;\n' },
    allowed: { [`${S}/app/config.ts`]: 'export const port = process.env.PORT;\n' },
  },
  'lint/suspicious/noConsole': {
    refused: { [`${S}/app/talkative.ts`]: `console.log('here');\n` },
    allowed: {
      [`${S}/main.ts`]: `console.log('serving');\n`,
      'packages/server/scripts/build.mjs': `console.log('built');\n`,
    },
  },
  'lint/suspicious/noImportCycles': {
    refused: {
      [`${S}/app/chicken.ts`]: `import { egg } from './egg';\n\nexport const chicken = () => egg;\n`,
      [`${S}/app/egg.ts`]: `import { chicken } from './chicken';\n\nexport const egg = () => chicken;\n`,
    },
    allowed: {},
  },
  'lint/style/useFilenamingConvention': {
    refused: { [`${S}/app/CamelCase.ts`]: 'export const camel = 1;\n' },
    allowed: { [`${S}/features/claim/claim-target.entity.ts`]: 'export const target = 1;\n' },
  },
};

const refused = Object.assign({}, ...Object.values(RULES).map((rule) => rule.refused));
const allowed = Object.assign({}, ...Object.values(RULES).map((rule) => rule.allowed));

/** `rule file` for every complaint of Biome about a project of these files. */
function complaints(files: Record<string, string>): string[] {
  const project = realpathSync(mkdtempSync(join(tmpdir(), 'entente-lint-')));
  try {
    cpSync(join(REPOSITORY, 'biome.json'), join(project, 'biome.json'));
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(project, path)), { recursive: true });
      writeFileSync(join(project, path), content);
    }
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [BIOME, 'lint', '--vcs-enabled=false', '--reporter=github', '--max-diagnostics=none', '.'],
      { cwd: project, encoding: 'utf8' },
    );
    if (status !== 0 && !stdout.includes('::error')) throw new Error(stderr);
    return [...stdout.matchAll(/^::error title=([^,]+),file=([^,]+),/gm)].map(
      ([, rule, file]) => `${rule} ${relative(project, file ?? '')}`,
    );
  } finally {
    rmSync(project, { recursive: true });
  }
}

describe('the lint rules', () => {
  const found = complaints(refused);

  test.each(Object.keys(RULES))('%s', (rule) => {
    for (const file of Object.keys(RULES[rule]?.refused ?? {})) expect(found).toContain(`${rule} ${file}`);
  });

  test('allow what they refuse where it belongs', () => {
    expect(complaints(allowed)).toEqual([]);
  });

  test('let parameters be decorated', () => {
    const resolver = 'export class ClaimResolver {\n  claim(@Arg() id: string) {\n    return id;\n  }\n}\n';

    expect(complaints({ [`${S}/features/claim/claim.resolver.ts`]: resolver })).toEqual([]);
  });
});
