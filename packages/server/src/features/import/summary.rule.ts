import type { ImportSummary } from './import-summary.query';
import { grouped } from './progress.rule';

export interface Means {
  seconds: number;
  /** The most memory that the process ever held, in megabytes. */
  peakMegabytes: number;
}

type Line = [name: string, count: string, note?: string];

/** Codes of some datasets are headings of a sentence. */
const LONGEST_NAME = 48;

function clipped(name: string): string {
  return name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name;
}

/** What a run came to, as a table to read. The figures are those of its books; the first is the sum of the next four. */
export function summaryText(
  { accepted, unchanged, skipped, rejected, codes, moreCodes, reasons, warnings }: ImportSummary,
  { seconds, peakMegabytes }: Means,
  labelOf: (code: string) => string | null,
): string {
  const read = accepted + unchanged + skipped + rejected;
  const lines: Line[] = [
    ['read', grouped(read)],
    ['accepted', grouped(accepted)],
    ['unchanged', grouped(unchanged)],
    ['skipped', grouped(skipped)],
    ...codes.map(({ code, count }): Line => [`  ${code}`, grouped(count), labelOf(code) ?? '']),
    ...(moreCodes > 0
      ? [
          [
            `  ${moreCodes} more ${moreCodes === 1 ? 'code' : 'codes'}`,
            '',
            'see ImportRun.skippedCodes',
          ] as Line,
        ]
      : []),
    ['rejected', grouped(rejected)],
    ...reasons.map(({ reason, count }): Line => [`  ${reason}`, grouped(count)]),
    ['warnings', grouped(warnings.reduce((sum, each) => sum + each.values, 0))],
    ...warnings.map(
      ({ kind, values, rows }): Line => [`  ${kind}`, grouped(values), `in ${grouped(rows)} rows`],
    ),
    ['seconds', seconds.toFixed(1)],
    ['rows/s', grouped(read / Math.max(seconds, 0.001))],
    ['peak memory', `${grouped(peakMegabytes)} MB`],
  ];
  const names = Math.max(...lines.map(([name]) => clipped(name).length));
  const counts = Math.max(...lines.map(([, count]) => count.length));
  return lines
    .map(([name, count, note = '']) =>
      `${clipped(name).padEnd(names)}  ${count.padStart(counts)}${note ? `  ${note}` : ''}`.trimEnd(),
    )
    .join('\n');
}
