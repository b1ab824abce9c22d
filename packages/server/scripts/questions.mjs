import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const EXAMPLES = join(dirname(fileURLToPath(import.meta.url)), '../../console/examples');

/** The blocks of the analyst guide: below the heading of each question its query and variables, as they are in the console's examples. */
export function questions() {
  return readdirSync(EXAMPLES)
    .filter((name) => name.endsWith('.graphql'))
    .map((name) => {
      const query = readFileSync(join(EXAMPLES, name), 'utf8');
      const variables = join(EXAMPLES, name.replace('.graphql', '.variables.json'));
      const heading = /^# (.+?)[.]?$/m.exec(query)[1].replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
      const blocks = [
        fenced('graphql', query),
        existsSync(variables) ? fenced('json', readFileSync(variables, 'utf8')) : '',
      ];
      return [
        new RegExp(
          `(?<=^### ${heading}\n\n[^\n]+\n\n)\`\`\`graphql\n[\\s\\S]*?\`\`\`\n(?=\n#{2,3} |$(?![\\s\\S]))`,
          'm',
        ),
        blocks.filter(Boolean).join('\n'),
      ];
    });
}

const fenced = (language, text) => `\`\`\`${language}\n${text}\`\`\`\n`;
