import { parseArgs } from 'node:util';
import { PLANTS } from './verdict.mjs';

export const TRANSPORTS = ['ws', 'sse', 'pull', 'webhook'];

const LONG = {
  events: 50_000,
  writers: 16,
  subscribers: 20,
  disconnects: 1_000,
  kills: 100,
  'postgres-crashes': 10,
  'client-kills': 100,
  freezes: 5,
  servers: 2,
  minutes: 10,
};

const SHORT = {
  ...LONG,
  events: 2_000,
  disconnects: 20,
  kills: 3,
  'postgres-crashes': 1,
  'client-kills': 6,
  freezes: 0,
  servers: 1,
  minutes: 0.6,
};

const USAGE = `endurance [--short] [--transport ${TRANSPORTS.join('|')}]… [--plant ${Object.keys(PLANTS).join('|')}]
  ${Object.entries(LONG)
    .map(([name, value]) => `[--${name} ${value}]`)
    .join(' ')}

All transports unless some are named. --short: what CI runs, within a minute.
--plant: alters what one subscriber wrote down, and has to be caught.`;

/** What the command line asks for; ends the process if it cannot be understood. */
export function readOptions(argv) {
  try {
    const { values } = parseArgs({
      args: argv.filter((word) => word !== '--'),
      options: {
        short: { type: 'boolean' },
        plant: { type: 'string' },
        transport: { type: 'string', multiple: true },
        help: { type: 'boolean' },
        ...Object.fromEntries(Object.keys(LONG).map((name) => [name, { type: 'string' }])),
      },
    });
    if (values.help) {
      console.log(USAGE);
      process.exit(0);
    }
    const { short: isShort = false, plant = null, transport: transports = TRANSPORTS, ...given } = values;
    const wrong = transports.find((each) => !TRANSPORTS.includes(each));
    if (wrong) throw new Error(`There is no transport ${wrong}.`);
    if (plant !== null && !(plant in PLANTS)) throw new Error(`There is no plant ${plant}.`);
    const numbers = Object.entries(given).map(([name, text]) => [name, positive(name, text)]);
    return { ...(isShort ? SHORT : LONG), ...Object.fromEntries(numbers), transports, plant, isShort };
  } catch (error) {
    console.error(`${error.message}\n\n${USAGE}`);
    process.exit(2);
  }
}

function positive(name, text) {
  const number = Number(text);
  if (text.trim() === '' || !(number >= 0)) throw new Error(`--${name} is a number.`);
  return number;
}
