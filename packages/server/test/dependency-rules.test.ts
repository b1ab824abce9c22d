import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const REPOSITORY = join(__dirname, '../../..');
const CRUISER = join(REPOSITORY, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
const S = 'packages/server/src';
const F = `${S}/features`;

/** A small project in which every import is as the rules want it. */
const SOUND = {
  'packages/server/package.json':
    '{ "dependencies": { "shipped": "1.0.0" }, "devDependencies": { "tool": "1.0.0" } }',
  'packages/sdk/package.json': '{ "devDependencies": { "tool": "1.0.0" } }',
  'packages/server/node_modules/shipped/package.json': '{ "name": "shipped", "version": "1.0.0" }',
  'packages/server/node_modules/shipped/index.js': 'exports.shipped = 1;',
  'packages/server/node_modules/tool/package.json': '{ "name": "tool", "version": "1.0.0" }',
  'packages/server/node_modules/tool/index.js': 'exports.tool = 1;',
  [`${S}/main.ts`]: `import { serve } from './app/serve'; export const main = serve;`,
  [`${S}/app/serve.ts`]: `import { schema } from './schema'; export const serve = schema;`,
  [`${S}/app/schema.ts`]: `import { AgreementResolver } from '../features/agreement/agreement.resolver'; export const schema = AgreementResolver;`,
  [`${S}/app/context.ts`]: 'export interface Context { token: string } export const scope = 1;',
  [`${S}/platform/errors.ts`]: `import { shipped } from 'shipped'; export const errors = shipped;`,
  [`${S}/migrations/1-create.ts`]: 'export const create = 1;',
  [`${F}/record/record.entity.ts`]: `import { errors } from '../../platform/errors'; export const record = errors;`,
  [`${F}/record/record.rule.ts`]: 'export const query = 1;',
  [`${F}/engagement/engagement.entity.ts`]: `import { record } from '../record/record.entity'; export const engagement = record;`,
  [`${F}/agreement/agreement.entity.ts`]: `import { engagement } from '../engagement/engagement.entity'; export const agreement = engagement;`,
  [`${F}/agreement/agreement.service.ts`]: `import { agreement } from './agreement.entity'; export const service = agreement;`,
  [`${F}/agreement/agreement.resolver.ts`]: `import type { Context } from '../../app/context';
    import { service } from './agreement.service'; export const AgreementResolver = (c: Context) => [service, c];`,
  // Tests may import anything.
  [`${F}/agreement/agreement.test.ts`]: `import { scope } from '../../app/context'; import { tool } from 'tool'; export const t = [scope, tool];`,
  'packages/sdk/src/client.ts': 'export const client = 1;',
  'packages/console/src/page.ts': 'export const page = 1;',
};

const ORDER = [
  'record',
  'place',
  'topic',
  'context-event',
  'actor',
  'source',
  'engagement',
  'agreement',
  'claim',
  'relationship',
  'feed',
  'webhook',
  'identity',
  'statistics',
  'search',
  'import',
  'demo',
];
const value = 'export const value = 1;';
const take = (path: string) => `import { value } from '${path}'; export const taken = value;`;

/** For each rule the file that breaks it, with what that file imports. The first file is the culprit. */
const PLANTED: Record<string, Record<string, string>> = {
  'no-cycles': {
    [`${S}/platform/chicken.ts`]: `import type { Egg } from './egg'; export interface Chicken { egg: Egg }`,
    [`${S}/platform/egg.ts`]: `import type { Chicken } from './chicken'; export interface Egg { chicken: Chicken }`,
  },
  'imports-resolve': { [`${S}/app/lost.ts`]: take('./nowhere') },
  'nothing-imports-main': {
    [`${S}/app/restart.ts`]: `import { main } from '../main'; export const restart = main;`,
  },
  'platform-knows-no-feature': {
    [`${S}/platform/learned.ts`]: `import { record } from '../features/record/record.entity'; export const learned = record;`,
  },
  'migrations-stand-alone': {
    [`${S}/migrations/2-follow.ts`]: `import { record } from '../features/record/record.entity'; export const follow = record;`,
  },
  'features-see-only-the-context-type': {
    [`${F}/claim/claim.resolver.ts`]: `import { scope } from '../../app/context'; export const resolver = scope;`,
  },
  'only-resolvers-see-the-context': {
    [`${F}/claim/claim.service.ts`]: `import type { Context } from '../../app/context'; export type Own = Context;`,
  },
  'entities-import-only-entities-and-platform': {
    [`${F}/agreement/clever.entity.ts`]: `import { service } from './agreement.service'; export const clever = service;`,
  },
  'services-know-no-resolver': {
    [`${F}/agreement/caller.service.ts`]: `import { AgreementResolver } from './agreement.resolver'; export const call = AgreementResolver;`,
  },
  'foreign-features-are-reached-by-what-they-offer': {
    [`${F}/agreement/borrowing.service.ts`]: `import { rule } from '../record/record.rule'; export const borrowed = rule;`,
  },
  'every-feature-has-its-place': {
    [`${F}/unheard-of/thing.service.ts`]: `import { errors } from '../../platform/errors'; export const thing = errors;`,
  },
  'shipped-code-needs-no-development-package': {
    [`${S}/platform/careless.ts`]: `import { tool } from 'tool'; export const careless = tool;`,
  },
  'sdk-knows-no-server': {
    'packages/sdk/src/shortcut.ts': `import { errors } from '../../server/src/platform/errors'; export const shortcut = errors;`,
  },
  'console-knows-no-server': {
    'packages/console/src/shortcut.ts': `import { errors } from '../../server/src/platform/errors'; export const shortcut = errors;`,
  },
  'server-knows-no-client': {
    [`${S}/app/client.ts`]: `import { client } from '../../../sdk/src/client'; export const own = client;`,
  },
  ...Object.fromEntries(
    ORDER.slice(0, -1).map((upstream, at) => [
      `${upstream}-is-upstream-of-${ORDER[at + 1]}`,
      {
        [`${F}/${upstream}/reaching-down.service.ts`]: take(`../${ORDER[at + 1]}/found.entity`),
        [`${F}/${ORDER[at + 1]}/found.entity.ts`]: value,
      },
    ]),
  ),
};

interface Violation {
  rule: { name: string };
  from: string;
}

function violations(files: Record<string, string>): Violation[] {
  const project = realpathSync(mkdtempSync(join(tmpdir(), 'entente-rules-')));
  try {
    for (const name of ['.dependency-cruiser.cjs', 'tsconfig.base.json'])
      cpSync(join(REPOSITORY, name), join(project, name));
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(project, path)), { recursive: true });
      writeFileSync(join(project, path), content);
    }
    const { stdout, stderr } = spawnSync(
      process.execPath,
      [CRUISER, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'packages'],
      { cwd: project, encoding: 'utf8', maxBuffer: 50_000_000 },
    );
    if (!stdout) throw new Error(stderr);
    return JSON.parse(stdout).summary.violations;
  } finally {
    rmSync(project, { recursive: true });
  }
}

describe('the dependency rules', () => {
  const found = violations({ ...SOUND, ...Object.assign({}, ...Object.values(PLANTED)) });

  test('let a sound project pass', () => {
    expect(violations(SOUND)).toEqual([]);
  });

  test.each(Object.keys(PLANTED))('%s', (name) => {
    const culprit = Object.keys(PLANTED[name] ?? {})[0];

    expect(found.filter((violation) => violation.rule.name === name).map(({ from }) => from)).toContain(
      culprit,
    );
  });

  test('each have a file here that breaks them, a severity and a reason', () => {
    const { forbidden } = jest.requireActual<{
      forbidden: { name: string; severity: string; comment: string }[];
    }>(join(REPOSITORY, '.dependency-cruiser.cjs'));

    expect(forbidden.map(({ name }) => name).sort()).toEqual(Object.keys(PLANTED).sort());
    for (const { severity, comment } of forbidden) {
      expect(severity).toBe('error');
      expect(comment).toMatch(/\w/);
    }
  });
});
