import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeSettings } from '../../src/app/settings';
import { ErrorCode } from '../../src/platform/error-code';
import { commandsOf, isCommand } from './commands';
import { brokenLinks, pages, ROOT } from './pages';

describe.each(pages())('$name', (page) => {
  test('links only to what is there', () => {
    expect(brokenLinks(page)).toEqual([]);
  });

  test('names only commands that there are', () => {
    expect(commandsOf(page).filter((command) => !isCommand(command))).toEqual([]);
  });

  test('holds no path of somebody’s machine', () => {
    expect(page.text).not.toMatch(/(?<![\w.])\/(work|home|root|tmp|Users)\//);
  });
});

describe('the checks of pages', () => {
  const wrong = {
    name: 'docs/wrong.md',
    text: 'See [it](nowhere.md), [here](README.md), [there](README.md#no-heading).\n`npx --yes pnpm@10 entente dance`, `pnpm sing`, `entente migrate up`',
  };

  test('find a link that leads nowhere', () => {
    expect(brokenLinks(wrong)).toEqual(['nowhere.md', 'README.md#no-heading']);
  });

  test('find a command that there is not', () => {
    expect(commandsOf(wrong).filter((command) => !isCommand(command))).toEqual([
      'pnpm entente dance',
      'pnpm sing',
    ]);
    expect(pages().flatMap(commandsOf).length).toBeGreaterThan(30);
  });
});

describe('what pages take from the code', () => {
  const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

  test('is what is there: the graph of imports, the table of settings, the questions of analysts', () => {
    const script = join(ROOT, 'packages/server/scripts/docs.mjs');
    const { status, stderr } = spawnSync(process.execPath, [script, '--check'], { encoding: 'utf8' });

    expect(stderr).toBe('');
    expect(status).toBe(0);
  }, 60_000);

  test('is every setting that the operator is told of', () => {
    const known = [...describeSettings().matchAll(/^\| `(\w+)`/gm)].map(([, name]) => name);
    const words = [...read('docs/guides/operator.md').matchAll(/`([A-Z]+(?:_[A-Z]+)+)[`=]/g)].map(
      ([, word = '']) => word,
    );

    expect(words.length).toBeGreaterThan(8);
    expect(words.filter((word) => !known.includes(word) && !(word in ErrorCode))).toEqual([]);
  });
});
