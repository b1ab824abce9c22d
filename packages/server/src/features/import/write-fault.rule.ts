import { setTimeout as wait } from 'node:timers/promises';
import { DomainError } from '../../platform/errors';
import { OperatorError } from '../../platform/operator-error';

/** The server goes down or comes up, a connection broke, or two transactions stood in each other's way. */
const PASSING = /^(08...|57P0[123]|40...|55P03|53300)$/;
const PASSING_IN_NODE = new Set(['ECONNRESET', 'ECONNREFUSED', 'EPIPE', 'ETIMEDOUT', 'EAI_AGAIN']);
const LOST =
  /Connection terminated|connection timeout|Client has encountered a connection error|Client was closed/;

/** Of the database itself, its program or its disk: rows have nothing to do with it. */
const NOT_OF_ROWS = /^(0[A8]|25|28|2[BDF]|3.|42|53|55|57|58|F0|XX)/;

const PAUSES_MS = [200, 500, 1_000, 2_000, 4_000, 8_000];

function codeOf(error: unknown): string {
  const { code, driverError } = error as { code?: string; driverError?: { code?: string } };
  return driverError?.code ?? code ?? '';
}

export function isPassing(error: unknown): boolean {
  const code = codeOf(error);
  return (
    PASSING.test(code) || PASSING_IN_NODE.has(code) || (error instanceof Error && LOST.test(error.message))
  );
}

/** Whether fewer rows, or other ones, might be written where these were not. */
export function isOfRows(error: unknown): boolean {
  if (error instanceof OperatorError || isPassing(error)) return false;
  return error instanceof DomainError || !NOT_OF_ROWS.test(codeOf(error));
}

/** In words, for whoever reads the run; never a statement. */
export function refusalOf(error: unknown): string {
  if (error instanceof DomainError) return error.message;
  const { constraint } = ((error as { driverError?: object }).driverError ?? error) as {
    constraint?: string;
  };
  if (constraint) return `What it says breaks a rule of the record: ${constraint.replaceAll('_', ' ')}`;
  if (codeOf(error).startsWith('22')) return 'It holds a value that cannot be stored';
  return 'What it says could not be written; the log says why';
}

/** Tries again, ever more slowly, what a passing fault of the database broke off. */
export class PassingFaults {
  constructor(private readonly pausesMs: readonly number[] = PAUSES_MS) {}

  /** `isDone` tells, after a fault, whether the work was done nevertheless: a commit whose answer was lost. */
  async outlast(work: () => Promise<void>, isDone: () => Promise<boolean>): Promise<void> {
    for (let attempt = 0; ; attempt++) {
      try {
        if (attempt > 0 && (await isDone())) return;
        return await work();
      } catch (error) {
        const pause = this.pausesMs[attempt];
        if (pause === undefined || !isPassing(error)) throw error;
        await wait(pause);
      }
    }
  }
}
