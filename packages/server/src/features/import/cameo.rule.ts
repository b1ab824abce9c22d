import { CAMEO } from '../engagement/cameo.data';

const UNSPECIFIED = /[\s,;:–—−-]*\bnot specified below\s*$/i;

/** A label as labels are compared: without case, punctuation, the sort of dash and "not specified below". */
function labelKey(label: string): string {
  return label
    .replace(UNSPECIFIED, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** A root and its unspecified subcode have one label; a row with that label means the subcode, as events have no root for a code. */
const BY_LABEL = new Map([...CAMEO].sort(([a], [b]) => a.length - b.length).map(codeByLabel));

function codeByLabel([code, label]: [string, string]): [string, string] {
  return [labelKey(label), code];
}

const known = new Map<string, string | null>();
/** Labels come from files: no more are remembered than there are codes, several times over. */
const MOST_KNOWN = 2_000;

export function cameoOfLabel(label: string): string | null {
  const found = known.get(label);
  if (found !== undefined) return found;
  const code = BY_LABEL.get(labelKey(label)) ?? null;
  if (known.size < MOST_KNOWN) known.set(label, code);
  return code;
}

export const NOT_OF_CAMEO = 'no code of CAMEO 1.1b3';

export function cameoLabel(code: string): string {
  return CAMEO.get(code) ?? NOT_OF_CAMEO;
}

/**
 * A code as CAMEO writes it, where a spreadsheet has taken it for a number and its leading zero with it: roots have two digits, their
 * subcodes begin with them. Null where the three do not belong together.
 */
export function restoredCode(code: string, base: string, root: string): string | null {
  if (root === '') return code;
  const whole = root.padStart(2, '0');
  if (whole.length !== 2) return null;
  const wholeBase = base === '' ? whole : within(whole, base);
  return wholeBase === null ? null : within(wholeBase, code);
}

/** The code, or with a zero before it, whichever lies under its parent; root 1 and code 10 are 01 and 010, root 10 and code 10 are the root. */
function within(parent: string, code: string): string | null {
  for (const each of parent.startsWith('0') ? [`0${code}`, code] : [code])
    if (each.startsWith(parent) && each.length <= 4) return each;
  return null;
}
