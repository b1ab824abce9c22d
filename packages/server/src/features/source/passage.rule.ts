import { createHash } from 'node:crypto';
import { DomainError } from '../../platform/errors';
import type { PassageInput } from '../record/evidence.input';

/** What stands in a held text between two offsets, and around them. */
export interface Cut {
  /** The length of the whole text, in code points. */
  length: number;
  quote: string;
  prefix: string;
  suffix: string;
}

export interface Wording {
  quote: string | null;
  quoteHash: string;
  prefix: string | null;
  suffix: string | null;
}

const LARGEST_OFFSET = 100_000_000;
const MOST_SHOWN = 40;

export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** The offsets of a new passage. `path` names the passage for a refusal. */
export function stretchOf({ start, end }: PassageInput, path: string): { start: number; end: number } {
  if (start == null || start < 0 || start > LARGEST_OFFSET)
    throw refusal(`${path}.start`, 'is needed: the code point at which the passage begins, counted from 0');
  if (end == null || end <= start || end > LARGEST_OFFSET)
    throw refusal(`${path}.end`, `is needed: the code point after the passage's last, so more than ${start}`);
  return { start, end };
}

/** What to keep of a passage: what it says of itself must be what the text says, where the text is held. */
export function wordingOf(input: PassageInput, cut: Cut | null, path: string): Wording {
  const { start, end } = stretchOf(input, path);
  const quote = input.quote ?? null;
  const hash = input.quoteHash?.toLowerCase() ?? null;
  if (hash !== null && !/^[0-9a-f]{64}$/.test(hash))
    throw refusal(`${path}.quoteHash`, 'takes a SHA-256 in hexadecimal, 64 digits');
  if (quote === null && hash === null)
    throw refusal(`${path}.quote`, 'is needed, or quoteHash where the text may not be kept');
  if (cut !== null) return inHeldText(cut, quote, hash, { start, end }, path);
  if (quote === null) return { quote: null, quoteHash: String(hash), prefix: null, suffix: null };
  const length = [...quote].length;
  if (length !== end - start)
    throw refusal(`${path}.quote`, `has ${length} code points, but ${start} to ${end} are ${end - start}`);
  return { quote, quoteHash: agreeing(quote, hash, path), prefix: null, suffix: null };
}

function inHeldText(
  cut: Cut,
  quote: string | null,
  hash: string | null,
  { start, end }: { start: number; end: number },
  path: string,
): Wording {
  const stands = () =>
    end > cut.length
      ? `the text ends at ${cut.length}`
      : `there stands "${shortened(cut.quote, MOST_SHOWN)}"`;
  if (end > cut.length || (quote !== null && quote !== cut.quote))
    throw refusal(`${path}.quote`, `does not stand at ${start} to ${end}; ${stands()}`);
  if (quote === null && hash !== sha256(cut.quote))
    throw refusal(`${path}.quoteHash`, `is not that of the text at ${start} to ${end}; ${stands()}`);
  const { prefix, suffix } = cut;
  return { quote: cut.quote, quoteHash: agreeing(cut.quote, hash, path), prefix, suffix };
}

function agreeing(quote: string, hash: string | null, path: string): string {
  const computed = sha256(quote);
  if (hash !== null && hash !== computed)
    throw refusal(`${path}.quoteHash`, 'is not that of quote; leave it out, it is computed');
  return computed;
}

/** At most so many characters, without cutting one in two. */
export function shortened(text: string, most: number): string {
  const points = [...text];
  return points.length <= most ? text : `${points.slice(0, most - 1).join('')}…`;
}

function refusal(field: string, why: string): DomainError {
  return new DomainError('BAD_USER_INPUT', `${field} ${why}`, { field });
}
