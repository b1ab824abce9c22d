/**
 * The id of a part by that of its record, which is unique among parts of its kind: cheaper than a hash, which counts where every row of
 * a dataset has a dozen of parts.
 */
export function partId(recordId: string, number: number): string {
  const last = (Number.parseInt(recordId.slice(-4), 16) + number + 1) & 0xffff;
  return recordId.slice(0, -4) + last.toString(16).padStart(4, '0');
}
