/** A question with the operation that answers it, as it stands in one file of `examples/`. */
export interface Example {
  number: number;
  title: string;
  query: string;
  variables: string;
}

/**
 * Reads the examples out of the files' texts by path.
 * A file's first line is its title, `# 1. Which …?`; its variables lie beside it under the same name.
 */
export function examplesIn(files: Record<string, string>): Example[] {
  return Object.entries(files)
    .filter(([path]) => path.endsWith('.graphql'))
    .map(([path, query]) => ({
      ...titleOf(path, query),
      query: query.trimEnd(),
      variables: files[path.replace(/[.]graphql$/, '.variables.json')]?.trimEnd() ?? '',
    }))
    .sort((one, other) => one.number - other.number);
}

function titleOf(path: string, query: string): Pick<Example, 'number' | 'title'> {
  const [, number, title] = /^# (\d+)[.] (.+?)[.]?$/m.exec(query) ?? [];
  if (!number || !title) throw new Error(`The first line of ${path} must read "# <number>. <title>"`);
  return { number: Number(number), title };
}
