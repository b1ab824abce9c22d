import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runningPostgres } from '../src/platform/postgres/running';

const SCRIPTS = join(__dirname, '../scripts');

function entente(args: string[], env: Record<string, string> = {}) {
  return spawnSync(process.execPath, [join(SCRIPTS, 'entente.mjs'), ...args], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH, ...env },
  });
}

describe('the command line', () => {
  test.each([[[]], [['dance']], [['migrate']], [['migrate', 'up', 'twice']], [['serve', '--port', '80']]])(
    'answers %j with its usage and the exit code of a misunderstanding',
    (args) => {
      const { status, stdout, stderr } = entente(args);

      expect(status).toBe(2);
      expect(stdout).toBe('');
      expect(stderr).toMatch(/^Usage: entente <command>/);
    },
  );

  test('prints every setting for the guide', () => {
    const { status, stdout } = entente(['settings']);

    expect(status).toBe(0);
    expect(stdout).toContain('| `MAX_COST` | `5000` |');
  });

  test('prints the schema whole, though it is longer than a pipe takes at once', () => {
    const command = `"${process.execPath}" "${join(SCRIPTS, 'entente.mjs')}" schema print | (sleep 1; cat)`;
    const { stdout } = spawnSync('sh', ['-c', command], { encoding: 'utf8' });

    expect(stdout.length).toBeGreaterThan(65_536);
    expect(stdout).toMatch(/\n}\n$/);
  });

  test('refuses a wrong setting in one line, and helps nevertheless', () => {
    const refused = entente(['migrate', 'status'], { PORT: 'eighty' });

    expect(refused.status).toBe(1);
    expect(refused.stderr).toBe('PORT=eighty is not allowed: PORT is a whole number from 0 to 65535\n');
    expect(entente(['help'], { PORT: 'eighty' }).status).toBe(0);
  });
});

describe('start', () => {
  let directory: string;
  let server: ChildProcess | undefined;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'entente-start-'));
  });
  afterEach(() => {
    server?.kill('SIGKILL');
    rmSync(directory, { recursive: true, force: true });
  });

  test('says in five lines where everything is, and Ctrl-C leaves nothing running', async () => {
    server = spawn(process.execPath, [join(SCRIPTS, 'start.mjs')], {
      env: { PATH: process.env.PATH, PORT: '0', ENTENTE_DATA: directory, LOG_LEVEL: 'warn' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const lines = await linesUntil(server, 'Stop');
    const url = lines.find((line) => line.startsWith('GraphiQL'))?.split(/\s+/)[1] ?? '';

    expect(lines.slice(-5).map((line) => line.split(' ')[0])).toEqual([
      'GraphiQL',
      'GraphQL',
      'Data',
      'Token',
      'Stop',
    ]);
    expect((await fetch(new URL('/readyz', url))).status).toBe(200);

    // A terminal and the package manager both pass the signal on.
    server.kill('SIGINT');
    server.kill('SIGINT');
    expect((await once(server, 'exit'))[0]).toBe(0);
    expect(runningPostgres(join(directory, 'postgres'))).toBeNull();
  }, 60_000);

  test('does not print a token that the operator set', async () => {
    const token = 'a-token-of-the-operator';
    server = spawn(process.execPath, [join(SCRIPTS, 'start.mjs')], {
      env: { PATH: process.env.PATH, PORT: '0', ENTENTE_DATA: directory, ENTENTE_TOKEN: token },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const text = (await linesUntil(server, 'Stop')).join('\n');

    expect(text).toContain('Token     as set by ENTENTE_TOKEN');
    expect(text).not.toContain(token);
    server.kill('SIGINT');
    await once(server, 'exit');
  }, 60_000);
});

async function linesUntil(child: ChildProcess, word: string): Promise<string[]> {
  let text = '';
  for await (const chunk of child.stdout ?? []) {
    text += chunk;
    const lines = text.trimEnd().split('\n');
    if (text.endsWith('\n') && lines.at(-1)?.startsWith(word)) return lines;
  }
  throw new Error(`It ended before it said ${word}: ${text}`);
}
