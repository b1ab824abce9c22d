import type { CodeScheme } from './engagement-code.entity';

/** The words of CAMEO's roots that engagements bear; finer codes fall back to their root's. */
const CAMEO: { [code: string]: string } = {
  '03': 'Express intent to cooperate',
  '04': 'Consult',
  '040': 'Consult',
  '041': 'Discuss by telephone',
  '042': 'Make a visit',
  '043': 'Host a visit',
  '044': "Meet at a 'third' location",
  '045': 'Mediate',
  '046': 'Engage in negotiation',
  '05': 'Engage in diplomatic cooperation',
  '057': 'Sign formal agreement',
  '06': 'Engage in material cooperation',
};

export function codeLabel(scheme: CodeScheme | string, code: string): string | null {
  if (scheme === 'PLOVER') return /^[A-Z]+$/.test(code) ? code.charAt(0) + code.slice(1).toLowerCase() : null;
  return CAMEO[code] ?? CAMEO[code.slice(0, 3)] ?? CAMEO[code.slice(0, 2)] ?? null;
}
