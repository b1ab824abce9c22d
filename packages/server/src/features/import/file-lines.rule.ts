import { isUtf8 } from 'node:buffer';

/** The longest row that is read, in bytes: of a longer one only the beginning is kept, to say which it was. */
export const LONGEST_ROW = 1_048_576;
const KEPT_OF_OVERLONG = 4_096;

export interface Line {
  /** From 1. */
  number: number;
  text: string;
  fault: 'BAD_ENCODING' | 'OVERLONG' | null;
}

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/** Bytes as lines, many at a time. What is no UTF-8 concerns its own line alone, and no line takes more memory than its bound. */
export async function* linesOf(chunks: AsyncIterable<Buffer>): AsyncGenerator<Line[]> {
  const lines = new Lines();
  for await (const chunk of chunks) {
    const found = lines.take(chunk);
    if (found.length > 0) yield found;
  }
  const last = lines.end();
  if (last) yield [last];
}

class Lines {
  #count = 0;
  /** Of the line that has not ended yet. */
  #begun: Buffer[] = [];
  #size = 0;

  take(chunk: Buffer): Line[] {
    const found: Line[] = [];
    let from = 0;
    for (;;) {
      const end = chunk.indexOf(LINE_FEED, from);
      if (end < 0) break;
      if (this.#begun.length === 0) found.push(this.#line(chunk, from, end, end - from));
      else {
        this.#keep(chunk.subarray(from, end));
        found.push(this.#whole());
      }
      from = end + 1;
    }
    if (from < chunk.length) this.#keep(chunk.subarray(from));
    return found;
  }

  /** The last line needs no end. */
  end(): Line | null {
    return this.#begun.length === 0 ? null : this.#whole();
  }

  #keep(part: Buffer): void {
    if (this.#size <= LONGEST_ROW) this.#begun.push(part);
    this.#size += part.length;
  }

  #whole(): Line {
    const all = Buffer.concat(this.#begun);
    const line = this.#line(all, 0, all.length, this.#size);
    this.#begun = [];
    this.#size = 0;
    return line;
  }

  #line(bytes: Buffer, from: number, to: number, size: number): Line {
    this.#count += 1;
    const number = this.#count;
    const start = number === 1 && bytes.subarray(from, from + 3).equals(MARK) ? from + 3 : from;
    if (size > LONGEST_ROW)
      return { number, text: bytes.toString('utf8', start, start + KEPT_OF_OVERLONG), fault: 'OVERLONG' };
    const end = to > start && bytes[to - 1] === CARRIAGE_RETURN ? to - 1 : to;
    const isText = isUtf8(bytes.subarray(start, end)) && !includesZero(bytes, start, end);
    return { number, text: bytes.toString('utf8', start, end), fault: isText ? null : 'BAD_ENCODING' };
  }
}

/** PostgreSQL has no text with a zero in it. */
function includesZero(bytes: Buffer, from: number, to: number): boolean {
  const at = bytes.subarray(from, to).indexOf(0);
  return at >= 0;
}
