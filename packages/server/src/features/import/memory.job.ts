import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const MEGABYTE = 1024 * 1024;
/** From here on garbage is collected, once there can be enough of it. */
const MOST_BYTES = 96 * MEGABYTE;
const WORTH_BYTES = 48 * MEGABYTE;

/**
 * Keeps an import small. Node lets garbage grow with the memory of the machine, and rows of batches live just long enough to be taken
 * for lasting; collecting them costs some hundredths of a second every few batches.
 */
export class SmallMemory {
  readonly #collect: () => void;
  /** What was left the last time. */
  #left = 0;

  constructor(private readonly mostBytes = MOST_BYTES) {
    setFlagsFromString('--expose-gc');
    this.#collect = runInNewContext('gc') as () => void;
    setFlagsFromString('--no-expose-gc');
  }

  /** Between batches. */
  keep(): void {
    if (used() < Math.max(this.mostBytes, this.#left + WORTH_BYTES)) return;
    this.#collect();
    this.#left = used();
  }
}

function used(): number {
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
