import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { blocks, type Page, ROOT } from './pages';

const CALL = /(?:^|\s)(pnpm(?:@10)?|entente) ((?:--?[a-z][\w-]*(?: @[\w/-]+)? )*[a-z][\w -]*)/gm;

/** What stands behind `pnpm` or `entente` in a page's code. */
export function commandsOf(page: Page): string[] {
  const code = [
    ...blocks(page).map(({ code, language }) => (language === 'sh' ? code : '')),
    ...[...page.text.matchAll(/`([^`\n]+)`/g)].map(([, inline = '']) => inline),
  ].join('\n');
  return [...code.matchAll(CALL)].map(
    ([, program = '', words = '']) => `${program.replace('@10', '')} ${words.trim()}`,
  );
}

export function isCommand(command: string): boolean {
  const [program, ...words] = command.split(' ').filter((word) => word !== '--silent');
  if (program === 'entente') return isOfEntente(words);
  const folder = words[0] === '--filter' ? words.splice(0, 2)[1]?.replace('@entente/', 'packages/') : '.';
  const [name = '', ...rest] = words[0] === 'run' ? words.slice(1) : words;
  if (name === 'entente') return isOfEntente(rest);
  return ['install', 'exec'].includes(name) || name in scriptsOf(folder ?? '.') || isOfPackage(name);
}

/** A package's own README speaks from within it. */
function isOfPackage(name: string): boolean {
  return readdirSync(join(ROOT, 'packages')).some((each) => name in scriptsOf(`packages/${each}`));
}

function scriptsOf(folder: string): { [name: string]: string } {
  const path = join(ROOT, folder, 'package.json');
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).scripts : {};
}

function isOfEntente(words: string[]): boolean {
  const main = readFileSync(join(ROOT, 'packages/server/src/main.ts'), 'utf8');
  const usages = [...main.matchAll(/usage: '([a-z -]+?)(?: <.*)?'/g)].map(([, usage = '']) => usage);
  return usages.some((usage) => words.join(' ').startsWith(usage));
}
