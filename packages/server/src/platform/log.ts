import { type DestinationStream, destination, type Logger, pino, stdTimeFunctions } from 'pino';

export type { Logger };

/**
 * One JSON object a line, nothing else. What reaches it is named field by field: no object of a
 * library is logged whole, because drivers carry statements and values on their errors.
 */
export function createLog(options: { level: string; to?: DestinationStream }): Logger {
  return pino(
    {
      level: options.level,
      base: null,
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (level) => ({ level }) },
    },
    options.to ?? destination({ dest: 1, sync: true }),
  );
}

/** An error as it may stand in a log: where it happened and what class it is of, no statement, no parameter, no row. */
export function describeFailure(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code, constraint, table, routine } = error as Error & Record<string, unknown>;
  return {
    type: error.name,
    message: onOneLine(withoutValues(error)),
    ...named({ code, constraint, table, routine }),
    stack: framesOf(error),
  };
}

/** Text from outside, fit for a log line: printable ASCII, so that no terminal can be steered by it, and not long. */
export function onOneLine(text: string, longest = 300): string {
  const plain = text.replace(
    /[^\x20-\x7e]/g,
    (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`,
  );
  return plain.length > longest ? `${plain.slice(0, longest)}...` : plain;
}

/** PostgreSQL's data exceptions (class 22) and unique violations, and the JSON parser, quote the value they refuse. */
function withoutValues(error: Error): string {
  const { code } = error as Error & { code?: unknown };
  const quotesInput =
    error instanceof SyntaxError || (typeof code === 'string' && /^2[0-9A-Z]{4}$/.test(code));
  return quotesInput ? error.message.replace(/"[^"]*"?/g, '"…"').replace(/'[^']*'?/g, "'…'") : error.message;
}

/** The frames only: the first lines of a stack repeat the message, values included. */
function framesOf(error: Error): string[] {
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return frames.slice(0, 20).map((line) => line.trim());
}

function named(fields: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}
