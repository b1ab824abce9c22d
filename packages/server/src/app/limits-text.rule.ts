/** Strings (of both kinds) and comments, in which brackets mean nothing. One left open runs to the end of its line, or of the text. */
const INERT = String.raw`"""(?:\\"""|[^"]|"(?!""))*(?:"""|$)|"(?:\\.|[^"\\\r\n])*"?|#[^\r\n]*`;
const MARK = new RegExp(`${INERT}|[{}()\\[\\]]`, 'g');

/** Ten thousand brackets overflow a recursive parser, so they are counted first. */
export function isNestedDeeperThan(limit: number, source: string): boolean {
  let depth = 0;
  for (const [mark] of source.matchAll(MARK)) {
    if ('{[('.includes(mark)) depth++;
    else if ('}])'.includes(mark)) depth--;
    if (depth > limit) return true;
  }
  return false;
}
