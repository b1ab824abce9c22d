/** How far an import is. */
export interface Progress {
  rows: number;
  rejected: number;
  /** Of the file as it is, packed or not. */
  bytes: number;
  /** Null: nobody knows, as of standard input. */
  ofBytes: number | null;
  seconds: number;
}

const BAR_WIDTH = 24;

export const grouped = (count: number) => String(Math.round(count)).replace(/\B(?=(\d{3})+$)/g, ' ');

/** One line for a terminal, which the next one takes the place of. */
export function barOf(progress: Progress): string {
  const share = shareOf(progress);
  if (share === null) return lineOf(progress);
  const full = Math.round(share * BAR_WIDTH);
  return `[${'='.repeat(full)}${' '.repeat(BAR_WIDTH - full)}] ${percent(share)}  ${factsOf(progress)}`;
}

/** One line for a log. */
export function lineOf(progress: Progress): string {
  const share = shareOf(progress);
  return `${share === null ? '' : `${percent(share)}  `}${factsOf(progress)}`;
}

function factsOf(progress: Progress): string {
  const { rows, rejected, seconds } = progress;
  const facts = [
    `${grouped(rows)} rows`,
    `${grouped(seconds > 0 ? rows / seconds : 0)} rows/s`,
    `${grouped(rejected)} rejected`,
  ];
  const left = secondsLeft(progress);
  return (left === null ? facts : [...facts, `${duration(left)} left`]).join(', ');
}

function secondsLeft(progress: Progress): number | null {
  const share = shareOf(progress);
  return share === null || share === 0 ? null : (progress.seconds * (1 - share)) / share;
}

function shareOf({ bytes, ofBytes }: Progress): number | null {
  return ofBytes === null || ofBytes === 0 ? null : Math.min(1, bytes / ofBytes);
}

const percent = (share: number) => `${String(Math.floor(share * 100)).padStart(3)} %`;

export function duration(seconds: number): string {
  const whole = Math.ceil(seconds);
  if (whole < 60) return `${whole} s`;
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return `${minutes} min ${whole % 60} s`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
