import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** From here on garbage is collected at once. */
const MOST_BYTES = 96 * 1024 * 1024;

/**
 * Keeps an import small. Node lets garbage grow with the memory of the machine, and rows of batches live just long enough to be taken
 * for lasting; collecting them costs some hundredths of a second every few batches.
 */
export class SmallMemory {
  readonly #collect: () => void;

  constructor(private readonly mostBytes = MOST_BYTES) {
    setFlagsFromString('--expose-gc');
    this.#collect = runInNewContext('gc') as () => void;
    setFlagsFromString('--no-expose-gc');
  }

  /** Between batches. */
  keep(): void {
    const { heapUsed, external } = process.memoryUsage();
    if (heapUsed + external > this.mostBytes) this.#collect();
  }
}
