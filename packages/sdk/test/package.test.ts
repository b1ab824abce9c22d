import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ScriptedServer } from './support/scripted-server';

const HOME = join(__dirname, '..');
const TSC = createRequire(__filename).resolve('typescript/bin/tsc');

const RUN = (load: string) => `
${load}
const entente = createClient({ url: process.argv[2] });
const [first] = await entente.agreements.list().take(1);
const again = await getAgreement(createCore({ url: process.argv[2] }), { id: first.id });
const fake = createFakeServer().answer(getAgreement, { label: 'fake' });
const { label } = await getAgreement(createCore({ url: 'http://fake', fetch: fake.fetch }), { id: 'x' });
const error = await entente.agreements.get({ id: 'missing' }).catch((error) => error);
fake.events.tell({ recordId: 'told' });
const faked = createCore({ url: 'http://fake', fetch: fake.fetch });
const file = process.argv[1] + '.cursor';
const stream = events(faked, {}, { from: 'EARLIEST', store: fileCursor(file), silenceMs: 50 });
const told = (await stream.next()).value.recordId;
fake.events.tell({ recordId: 'next' });
await stream.next();
await stream.return();
const forged = await verifyWebhook({ headers: {}, body: '{}' }, 'whsec_c2VjcmV0').catch((error) => error);
const transport = webSocket({ webSocketImpl: class {} });
console.log([first.id, again.id, label, AgreementStatus.SIGNED, ListAgreementsDocument.kind, error instanceof NotFoundError,
  told, await fileCursor(file).load(), forged instanceof WebhookRefusedError, typeof transport].join());
`;

const ANSWERS = 'agreement_1,agreement_1,fake,SIGNED,Document,true,told,1.1,true,function';

const TYPED = `
import { createClient, createCore, NotFoundError, type Entente } from '@entente/sdk';
import { listContextEvents } from '@entente/sdk/context-events';
import { GetActorDocument } from '@entente/sdk/documents';
import { subscribe } from '@entente/sdk/events';
import { fileCursor } from '@entente/sdk/node';
import { createFakeServer } from '@entente/sdk/testing';
import { verifyWebhook } from '@entente/sdk/webhooks';
import { webSocket } from '@entente/sdk/ws';
import { AgreementStatus, type AgreementFilter } from '@entente/sdk/types';
import type { DocumentNode } from 'graphql';

/** As @graphql-typed-document-node/core declares it, which urql, Apollo and TanStack Query take. */
interface TypedDocumentNode<Result, Variables> extends DocumentNode { __apiType?: (variables: Variables) => Result }

const fake = createFakeServer().answer(listContextEvents, [{ kind: 'BLOCKADE' }]);
const entente: Entente = createClient({ url: 'http://fake', fetch: fake.fetch });
const filter: AgreementFilter = { status: [AgreementStatus.SIGNED, 'A_NEWER_ONE'] };
export const labels: Promise<string[]> = entente.agreements.list({ filter }).take(2).then((all) => all.map(({ label }) => label));
export const kinds = listContextEvents(createCore({ url: 'http://fake' })).pages({ size: 2 });
export const document: TypedDocumentNode<{ actor: { id: string } | null }, { ref: string }> = GetActorDocument;
export const isMissing = (error: unknown): boolean => error instanceof NotFoundError;
export async function follow(signal: AbortSignal): Promise<void> {
  const store = fileCursor('cursor');
  for await (const item of entente.events({ filter: { between: ['QA'] } }, { from: 'SNAPSHOT', store, signal })) {
    const version: number = item.recordVersion;
    const label: string | undefined = item.record?.label;
    if (item.kind === 'change') console.log(item.transition, item.event.changed.join(), version, label);
    // @ts-expect-error Without onGap it throws.
    if (item.kind === 'gap') break;
  }
  for await (const item of entente.events({}, { onGap: 'snapshot', checkpoints: true })) {
    if (item.kind === 'gap') console.log(item.reason, item.error.code);
    else if (item.kind === 'checkpoint') console.log(item.lagMs, item.cursor);
    else if (item.kind !== 'snapshotEnd') console.log(item.recordId, item.errors.length);
  }
  for await (const { from, to, record } of entente.agreements.statusChanged()) console.log(from, to, record?.status);
  for await (const { record } of entente.engagements.changed({}, { transport: webSocket() })) console.log(record?.kind);
  for await (const item of subscribe(entente, 'subscription ($after: Cursor) { cursor }')) console.log(item.data.any);
  const pages = entente.events.list().pages({ after: (await entente.events.bounds()).oldest });
  for await (const page of pages) console.log(page.nodes.map(({ cursor, transition, node }) => [cursor, transition, node.by]));
  const { data } = await verifyWebhook({ headers: { 'webhook-id': '1' }, body: new Uint8Array() }, 'whsec_');
  console.log(data.event?.recordId, (await entente.webhooks.register({ input: { name: 'x' } })).secret);
}
// @ts-expect-error An id is needed.
void (() => entente.agreements.get({}));
// @ts-expect-error What is not exported cannot be reached.
type Hidden = typeof import('@entente/sdk/generated/fragments');
`;

describe('the package', () => {
  let scratch: string;
  let server: ScriptedServer;

  beforeAll(async () => {
    scratch = mkdtempSync(join(tmpdir(), 'entente-scratch-'));
    const packed = execFileSync('npm', ['pack', '--silent', '--pack-destination', scratch], {
      cwd: HOME,
      encoding: 'utf8',
    }).trim();
    writeFileSync(join(scratch, 'package.json'), '{ "private": true }');
    execFileSync(
      'npm',
      [
        'install',
        '--silent',
        '--offline',
        '--no-audit',
        '--no-fund',
        join(scratch, packed.split('\n').at(-1) ?? ''),
      ],
      { cwd: scratch },
    );
    // The types of graphql-js, to see that the documents are what its users expect.
    symlinkSync(
      dirname(createRequire(__filename).resolve('graphql/package.json')),
      join(scratch, 'node_modules/graphql'),
    );
    server = await ScriptedServer.start();
    server.script = ({ operationName, variables }) => {
      if (operationName === 'getAgreement')
        return { data: { agreement: variables.id === 'missing' ? null : { id: variables.id } } };
      return {
        data: {
          agreements: { nodes: [{ id: 'agreement_1' }], pageInfo: { hasNextPage: false, endCursor: '1' } },
        },
      };
    };
  }, 120_000);
  afterAll(async () => {
    await server.stop();
    rmSync(scratch, { recursive: true });
  });

  const node = (file: string): Promise<string> =>
    new Promise((resolve) => {
      const child = spawn(process.execPath, [join(scratch, file), server.url], { timeout: 20_000 });
      let output = '';
      child.stdout.on('data', (chunk) => (output += chunk));
      child.stderr.on('data', (chunk) => (output += chunk));
      child.on('exit', () => resolve(output.trim()));
    });

  test('runs as an ES module', async () => {
    writeFileSync(
      join(scratch, 'run.mjs'),
      RUN(`import { createClient, createCore, NotFoundError } from '@entente/sdk';
      import { getAgreement } from '@entente/sdk/agreements';
      import { ListAgreementsDocument } from '@entente/sdk/documents';
      import { events } from '@entente/sdk/events';
      import { fileCursor } from '@entente/sdk/node';
      import { createFakeServer } from '@entente/sdk/testing';
      import { verifyWebhook, WebhookRefusedError } from '@entente/sdk/webhooks';
      import { webSocket } from '@entente/sdk/ws';
      import { AgreementStatus } from '@entente/sdk/types';`),
    );

    expect(await node('run.mjs')).toBe(ANSWERS);
  });

  test('runs as CommonJS', async () => {
    const load = `const { createClient, createCore, NotFoundError } = require('@entente/sdk');
      const { getAgreement } = require('@entente/sdk/agreements');
      const { ListAgreementsDocument } = require('@entente/sdk/documents');
      const { events } = require('@entente/sdk/events');
      const { fileCursor } = require('@entente/sdk/node');
      const { createFakeServer } = require('@entente/sdk/testing');
      const { verifyWebhook, WebhookRefusedError } = require('@entente/sdk/webhooks');
      const { webSocket } = require('@entente/sdk/ws');
      const { AgreementStatus } = require('@entente/sdk/types');`;
    writeFileSync(join(scratch, 'run.cjs'), `(async () => {${RUN(load)}})();`);

    expect(await node('run.cjs')).toBe(ANSWERS);
  });

  test.each([
    ['an ES module', 'node16', 'node16', 'use.mts'],
    ['CommonJS', 'node16', 'node16', 'use.cts'],
    ['what a bundler takes', 'esnext', 'bundler', 'use.ts'],
  ])('is typed for %s', (_, module, moduleResolution, file) => {
    writeFileSync(join(scratch, file), TYPED);
    const compilerOptions = {
      module,
      moduleResolution,
      target: 'es2022',
      lib: ['es2022', 'dom', 'dom.iterable'],
      types: [],
      strict: true,
      noEmit: true,
      skipLibCheck: false,
    };
    writeFileSync(join(scratch, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: [file] }));

    expect(compile(scratch)).toBe('');
  });

  test('is typed for Node without the types of a browser', () => {
    mkdirSync(join(scratch, 'node_modules/@types'), { recursive: true });
    const types = dirname(createRequire(__filename).resolve('@types/node/package.json'));
    cpSync(types, join(scratch, 'node_modules/@types/node'), { recursive: true });
    cpSync(join(types, '../../undici-types'), join(scratch, 'node_modules/undici-types'), {
      recursive: true,
    });
    writeFileSync(join(scratch, 'use.mts'), TYPED);
    const compilerOptions = {
      module: 'node16',
      target: 'es2022',
      lib: ['es2022'],
      types: ['node'],
      strict: true,
      noEmit: true,
      skipLibCheck: true,
    };
    writeFileSync(join(scratch, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['use.mts'] }));

    expect(compile(scratch)).toBe('');
  });

  test('needs nothing else', () => {
    const manifest = JSON.parse(
      readFileSync(join(scratch, 'node_modules/@entente/sdk/package.json'), 'utf8'),
    );

    expect(manifest.dependencies).toBeUndefined();
    expect(manifest.peerDependencies).toBeUndefined();
    expect(manifest.sideEffects).toBe(false);
    expect(manifest.license).toBe('Apache-2.0');
    expect(manifest.private).toBeUndefined();
  });
});

function compile(folder: string): string {
  try {
    return execFileSync(process.execPath, [TSC, '-p', folder], { encoding: 'utf8', cwd: folder });
  } catch (error) {
    return (error as { stdout: string }).stdout;
  }
}
