import 'reflect-metadata';
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { type Config, readConfig } from './app/config';
import { DomainError } from './platform/errors';
import { OperatorError } from './platform/operator-error';

interface Command {
  /** The words that name it, then its arguments in angle brackets. */
  usage: string;
  meaning: string;
  /** Options that it takes, as `flags` shows them in the usage. */
  options?: NonNullable<ParseArgsConfig['options']>;
  flags?: string;
  run(args: string[], config: () => Config, options: Options): Promise<string>;
}

type Options = { [name: string]: unknown };

/** Each body is loaded when its command is called: `help` needs no database. */
const COMMANDS: Command[] = [
  { usage: 'serve', meaning: 'Serves the API and GraphiQL until Ctrl-C.', run: serveUntilStopped },
  {
    usage: 'migrate up',
    meaning: 'Brings the database to the present schema.',
    run: async (_, config) => (await import('./app/migrate.js')).up(config()),
  },
  {
    usage: 'migrate down',
    meaning: 'Takes the last migration back.',
    run: async (_, config) => (await import('./app/migrate.js')).down(config()),
  },
  {
    usage: 'migrate status',
    meaning: 'Lists the migrations and which of them ran.',
    run: async (_, config) => (await import('./app/migrate.js')).status(config()),
  },
  {
    usage: 'demo load',
    meaning: 'Records the demo: two articles and an excerpt of GDELT.',
    run: async (_, config) => (await import('./app/load-demo.js')).loadDemo(config()),
  },
  {
    usage: 'import <dataset> <file|->',
    flags: '[--dry-run] [--limit n]',
    meaning: 'Imports a file of a dataset, packed or not; the same command goes on where one was broken off.',
    options: { 'dry-run': { type: 'boolean' }, limit: { type: 'string' } },
    run: importFrom,
  },
  {
    usage: 'duplicates find',
    meaning: 'Compares all records with each other; the server compares those that change.',
    run: async (_, config) => (await import('./app/find-duplicates.js')).findDuplicates(config()),
  },
  {
    usage: 'source attach-text <source> <file>',
    meaning: 'Attaches the text of a source after checking the hashes of its passages.',
    run: async ([source = '', file = ''], config) =>
      (await import('./app/attach-text.js')).attachText(config(), source, file),
  },
  {
    usage: 'schema print',
    meaning: 'Prints the GraphQL schema.',
    run: async () => (await import('./app/print-schema.js')).printSchemaText(),
  },
  {
    usage: 'check',
    meaning: 'Recounts derived values and compares parts with their records.',
    run: async (_, config) => (await import('./app/check.js')).check(config()),
  },
  {
    usage: 'settings',
    meaning: 'Prints every setting, its default and what is allowed, as Markdown.',
    run: async () => (await import('./app/settings.js')).describeSettings(),
  },
  {
    usage: 'dump',
    meaning: 'Writes everything that was recorded to standard output, as lines of JSON.',
    run: async (_, config) => (await import('./app/dump.js')).dump(config(), '-'),
  },
  {
    usage: 'dump <file>',
    meaning: 'Writes everything that was recorded into a file.',
    run: async ([file = '-'], config) => (await import('./app/dump.js')).dump(config(), file),
  },
  {
    usage: 'restore <file>',
    meaning: 'Puts a dump into an empty database; - reads it from standard input.',
    run: async ([file = '-'], config) => (await import('./app/restore.js')).restore(config(), file),
  },
  {
    usage: 'epoch renew',
    meaning: 'After a restore from a backup: consumers are told to begin the event stream anew.',
    run: async (_, config) => (await import('./app/epoch.js')).renew(config()),
  },
  { usage: 'help', meaning: 'Prints this.', run: async () => usage() },
];

/** Answers with the exit code: 0 done, 1 failed, 2 not understood. */
export async function run(argv: string[]): Promise<number> {
  const call = understand(argv);
  if (!call) {
    console.error(usage());
    return 2;
  }
  try {
    const answer = await call.command.run(call.args, readConfig, call.options);
    if (answer) console.log(answer);
    return 0;
  } catch (error) {
    console.error(describe(error));
    return 1;
  }
}

function understand(argv: string[]): { command: Command; args: string[]; options: Options } | null {
  try {
    const { positionals, values } = parseArgs({
      args: argv,
      allowPositionals: true,
      options: {
        help: { type: 'boolean', short: 'h' },
        ...Object.assign({}, ...COMMANDS.map(({ options }) => options)),
      },
    });
    const { help, ...options } = values as Options;
    const words = help ? ['help'] : positionals;
    const command = COMMANDS.find(({ usage }) => matches(usage.split(' '), words));
    if (!command || Object.keys(options).some((name) => !command.options?.[name])) return null;
    const args = words.filter((_, at) => command.usage.split(' ')[at]?.startsWith('<'));
    return { command, args, options };
  } catch {
    return null;
  }
}

function matches(pattern: string[], words: string[]): boolean {
  return (
    pattern.length === words.length && pattern.every((word, at) => word.startsWith('<') || word === words[at])
  );
}

function usage(): string {
  const calls = COMMANDS.map(({ usage, flags, meaning }) => ({
    call: flags ? `${usage} ${flags}` : usage,
    meaning,
  }));
  const width = Math.max(...calls.map(({ call }) => call.length));
  const lines = calls.map(({ call, meaning }) => `  ${call.padEnd(width)}  ${meaning}`);
  return ['Usage: entente <command>', '', ...lines].join('\n');
}

async function serveUntilStopped(_: string[], config: () => Config): Promise<string> {
  const stopped = stopSignal();
  const { serve } = await import('./app/serve.js');
  const settings = config();
  const server = await serve(settings);
  // Output is often kept as a log: what the operator knows already need not stand in it.
  const token = settings.token === null ? server.token : 'as set by ENTENTE_TOKEN';
  console.log(
    [
      `GraphiQL  ${new URL('/', server.url).href}`,
      `GraphQL   ${new URL('/graphql', server.url).href}`,
      `Data      ${server.data}`,
      `Token     ${token}  (for writing: "Authorization: Bearer <token>")`,
      'Stop      Ctrl-C',
    ].join('\n'),
  );
  await stopped;
  await server.stop();
  return '';
}

async function importFrom(
  [dataset = '', file = '']: string[],
  config: () => Config,
  options: Options,
): Promise<string> {
  const limit = options.limit === undefined ? null : Number(options.limit);
  if (limit !== null && !(Number.isInteger(limit) && limit > 0))
    throw new OperatorError('--limit takes a whole number above 0: how many rows to read.');
  const { importFile } = await import('./app/import-file.js');
  return importFile(config(), dataset, file, { isDryRun: options['dry-run'] === true, limit });
}

/** npm and pnpm pass on the Ctrl-C that the terminal already sent, so only a later one is impatience. */
const IMPATIENCE_MS = 3_000;

function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    let first = 0;
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.on(signal, () => {
        first ||= Date.now();
        if (Date.now() - first > IMPATIENCE_MS) process.exit(1);
        resolve();
      });
  });
}

function describe(error: unknown): string {
  if (error instanceof OperatorError || error instanceof DomainError) return error.message;
  const { code, port } = error as { code?: unknown; port?: unknown };
  if (code === 'EADDRINUSE')
    return `PORT=${port} is used by another program: stop that one, or set PORT to another`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

if (require.main === module)
  run(process.argv.slice(2)).then((code) => {
    // A pipe takes 64 KB at a time: what is longer, as the schema is, would be cut off.
    process.stdout.write('', () => process.exit(code));
  });
