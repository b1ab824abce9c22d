import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(__dirname, '../../../console/examples');

/** A question of analysts with the query that answers it, as GraphiQL and the guide show it. */
export interface Example {
  /** Without its extension. */
  file: string;
  number: number;
  /** Its first line: "6. Meetings inside a visit, in order; is the list complete?" */
  title: string;
  query: string;
  variables: { [name: string]: unknown };
  /** Whether it is answered by frames, as things happen. */
  isStream: boolean;
}

/** Every question, by number. */
export const EXAMPLES: readonly Example[] = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.graphql'))
  .map((name) => read(name.replace('.graphql', '')))
  .sort((one, other) => one.number - other.number);

export function exampleTitled(title: string): Example {
  const example = EXAMPLES.find((each) => each.title === title);
  if (!example) throw new Error(`packages/console/examples holds no question "${title}"`);
  return example;
}

function read(file: string): Example {
  const query = readFileSync(join(FOLDER, `${file}.graphql`), 'utf8');
  const variables = join(FOLDER, `${file}.variables.json`);
  const [, title = '', number = ''] = /^# ((\d+)[.] .+?)[.]?$/m.exec(query) ?? [];
  return {
    file,
    number: Number(number),
    title,
    query,
    isStream: /^subscription\b/m.test(query),
    variables: existsSync(variables) ? JSON.parse(readFileSync(variables, 'utf8')) : {},
  };
}
