import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

export const ROOT = resolve(__dirname, '../../../..');

export interface Page {
  /** Its path in the repository. */
  name: string;
  text: string;
}

/** Every page of prose in the repository. */
export function pages(): Page[] {
  const top = readdirSync(ROOT).filter((name) => name.endsWith('.md'));
  const docs = readdirSync(join(ROOT, 'docs'), { recursive: true }).map((name) => `docs/${name}`);
  const packages = readdirSync(join(ROOT, 'packages')).map((name) => `packages/${name}/README.md`);
  return [...top, ...docs, ...packages]
    .filter((name) => name.endsWith('.md') && existsSync(join(ROOT, name)))
    .map((name) => ({ name, text: readFileSync(join(ROOT, name), 'utf8') }));
}

export interface Block {
  language: string;
  code: string;
  line: number;
}

/** The fenced blocks of a page, in their order. */
export function blocks({ text }: Page): Block[] {
  return [...text.matchAll(/^```(\w*).*\n([\s\S]*?)^```$/gm)].map(
    ([, language = '', code = ''], at, all) => ({
      language,
      code,
      line: text.slice(0, all[at]?.index).split('\n').length,
    }),
  );
}

export interface Example {
  /** The page and the line. */
  name: string;
  query: string;
  variables: { [name: string]: unknown };
  /** What the page says the server answers; null where it says nothing. */
  answer: { data?: unknown; errors?: unknown } | null;
}

/** A `graphql` block, and what `json` follows it directly: the variables, or the answer, or one after the other. */
export function examples(page: Page): Example[] {
  const all = blocks(page);
  return all.flatMap(({ language, code, line }, at) => {
    if (language !== 'graphql') return [];
    const following = all.slice(at + 1);
    const end = following.findIndex((block) => block.language !== 'json');
    const objects = following.slice(0, end < 0 ? undefined : end).map((block) => JSON.parse(block.code));
    const isAnswer = (object: object) => 'data' in object || 'errors' in object;
    return {
      name: `${page.name}:${line}`,
      query: code,
      variables: objects.find((object) => !isAnswer(object)) ?? {},
      answer: objects.find(isAnswer) ?? null,
    };
  });
}

/** Links to other pages and files of the repository, and to headings. */
export function brokenLinks(page: Page): string[] {
  const prose = page.text.replace(/^```[\s\S]*?^```$/gm, '').replace(/`[^`\n]*`/g, '');
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !/^[a-z]+:/.test(target) && !leadsSomewhere(page, target));
}

function leadsSomewhere(page: Page, target: string): boolean {
  const [path = '', heading] = target.split('#');
  const file = path === '' ? join(ROOT, page.name) : resolve(dirname(join(ROOT, page.name)), path);
  if (!existsSync(file)) return false;
  return heading === undefined || headings(readFileSync(file, 'utf8')).includes(heading);
}

/** As GitHub makes anchors of headings. */
function headings(text: string): string[] {
  return [...text.matchAll(/^#+ (.*)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}
