import type { OnProgress } from '../platform/dump/write-dump';

const ON_TERMINAL_MS = 200;
const IN_LINES_MS = 5_000;

const inMegabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;

/** Says on standard error how far it is: one line that changes on a terminal, now and then a line elsewhere. */
export class DumpProgress {
  readonly #from = Date.now();
  #saidAt = Date.now();
  #width = 0;

  constructor(
    private readonly doing: string,
    private readonly total: number | null = null,
    private readonly out: NodeJS.WriteStream = process.stderr,
  ) {}

  readonly on: OnProgress = ({ rows, bytes, table }) => {
    const now = Date.now();
    if (now - this.#saidAt < (this.out.isTTY ? ON_TERMINAL_MS : IN_LINES_MS)) return;
    this.#saidAt = now;
    const seconds = (now - this.#from) / 1000;
    const share = this.total ? `${Math.floor((100 * rows) / this.total)} %, ` : '';
    this.#say(
      `${this.doing}: ${share}${rows} rows, ${Math.round(rows / seconds)} a second, ${inMegabytes(bytes)}, ${table}`,
    );
  };

  readonly step = (step: string): void => {
    if (this.out.isTTY || Date.now() - this.#saidAt > IN_LINES_MS) {
      this.#saidAt = Date.now();
      this.#say(`${this.doing}: ${step}`);
    }
  };

  /** Takes the line away that changed. */
  end(): void {
    if (this.out.isTTY && this.#width > 0) this.out.write(`\r${' '.repeat(this.#width)}\r`);
  }

  #say(line: string): void {
    if (!this.out.isTTY) {
      this.out.write(`${line}\n`);
      return;
    }
    const shown = line.slice(0, (this.out.columns ?? 80) - 1);
    this.out.write(`\r${shown.padEnd(this.#width)}`);
    this.#width = shown.length;
  }
}

/** What was done, for the last line. */
export function figures({ rows, bytes }: { rows: number; bytes: number }, from: number): string {
  const seconds = Math.max((Date.now() - from) / 1000, 0.01);
  return `${rows} rows, ${inMegabytes(bytes)}, in ${seconds.toFixed(1)} s (${Math.round(rows / seconds)} rows/s, ${inMegabytes(bytes / seconds)}/s)`;
}
