const NEWLINE = 0x0a;

/** What comes in pieces, as whole lines without their ends; many at a time, since a step of an async loop costs more than a line. */
export async function* linesOf(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer[], void> {
  let begun: Buffer[] = [];
  for await (const piece of source) {
    const lines: Buffer[] = [];
    let from = 0;
    for (let end = piece.indexOf(NEWLINE); end >= 0; end = piece.indexOf(NEWLINE, from)) {
      const rest = piece.subarray(from, end);
      lines.push(begun.length === 0 ? rest : Buffer.concat([...begun, rest]));
      begun = [];
      from = end + 1;
    }
    if (from < piece.length) begun.push(piece.subarray(from));
    if (lines.length > 0) yield lines;
  }
  if (begun.length > 0) throw new UnendedLine();
}

/** Every line of a dump ends: one that does not was cut off. */
export class UnendedLine extends Error {}
