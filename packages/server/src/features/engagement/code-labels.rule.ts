import { CAMEO } from './cameo.data';
import type { CodeScheme } from './engagement-code.entity';

/** The words of a code; those of one that is finer than any known are its root's. */
export function codeLabel(scheme: CodeScheme | string, code: string): string | null {
  if (scheme === 'PLOVER') return /^[A-Z]+$/.test(code) ? code.charAt(0) + code.slice(1).toLowerCase() : null;
  const label = CAMEO.get(code) ?? CAMEO.get(code.slice(0, 3)) ?? CAMEO.get(code.slice(0, 2));
  return label?.replace(', not specified below', '') ?? null;
}
