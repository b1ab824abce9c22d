import { AgreementActionKind as Kind } from '../agreement/agreement-action.entity';

/** What a cell of the collection says was done. */
export interface TreatyAct {
  kind: Kind;
  /** The words of the column's heading for it, as `Accession`. */
  words: string;
  /** Whether these words say that the party is bound, and not by which act. */
  isConsentOfAnyKind: boolean;
}

interface Option {
  words: string;
  suffix: string;
}

/** Headings by how they begin; null: said in words that are none of the field's kinds of action. The first that fits counts. */
const KINDS: readonly (readonly [heading: RegExp, kind: Kind | null])[] = [
  [/^Definitive signature or /i, null],
  [/^Definitive signature/i, Kind.DEFINITIVE_SIGNATURE],
  [/^Definitive acceptance/i, Kind.ACCEPTANCE],
  [/^Provisional acceptance/i, null],
  [/^(?:Undertaking of )?provisional application/i, Kind.PROVISIONAL_APPLICATION],
  // Whoever succeeds to a signature has signed, and has not consented.
  [/^Succession to signature/i, Kind.SIGNATURE],
  [/^Signature/i, Kind.SIGNATURE],
  [/^Ratification/i, Kind.RATIFICATION],
  [/^Accession/i, Kind.ACCESSION],
  [/^Acceptance/i, Kind.ACCEPTANCE],
  [/^Approval/i, Kind.APPROVAL],
  [/^Formal confirmation/i, Kind.FORMAL_CONFIRMATION],
  [/^Succession/i, Kind.SUCCESSION],
  [/^(?:Withdrawal|Denunciation)/i, Kind.WITHDRAWAL],
  [/^Termination/i, Kind.TERMINATION],
  [/^Suspension/i, Kind.SUSPENSION],
  [/^Entry into force/i, Kind.ENTRY_INTO_FORCE],
  [/^Registration(?: Date)?$/i, Kind.REGISTRATION],
];
/** Consent by "other means so agreed" (VCLT, art. 11), for which there is no kind: nearest is acceptance, its wording stays in the text. */
const OTHER_CONSENT = /^(?:Consent to be bound|Participation|Simplified procedure)/i;

/** What the collection's letters mean where the heading does not say so. */
const LETTERS: Readonly<Record<string, string>> = {
  a: 'Accession',
  A: 'Acceptance',
  AA: 'Approval',
  c: 'Formal confirmation',
  d: 'Succession',
  s: 'Definitive signature',
};

const options = new Map<string, readonly Option[]>();

/** The choices that the heading of a column offers, each with its letter: `Ratification, Accession(a)`. A comma before a small letter divides none. */
export function optionsOf(heading: string): readonly Option[] {
  let known = options.get(heading);
  if (!known) {
    known = heading.split(/,\s+(?=[A-Z])/).map((part) => {
      const [, words = part, suffix = ''] = /^(.*?)\s*\(([A-Za-z]{1,2})\)\s*$/s.exec(part) ?? [];
      return { words: words.trim(), suffix };
    });
    options.set(heading, known);
  }
  return known;
}

/**
 * The act that a cell tells: the choice of its column's heading that has the cell's letter, or has none if the cell has none. Where that
 * leaves more than one act open, or none that is a kind of treaty action, the wording is answered alone.
 */
export function actOf(heading: string, suffix: string): TreatyAct | { unclear: string } {
  const offered = optionsOf(heading);
  let chosen = offered.filter((option) => option.suffix === suffix);
  if (chosen.length === 0 && suffix === '' && offered.length === 1) chosen = [...offered];
  if (chosen.length === 0 && suffix in LETTERS) chosen = [{ words: LETTERS[suffix] as string, suffix }];
  if (chosen.length === 0) return { unclear: suffix === '' ? heading : `${heading}, marked ${suffix}` };
  const acts = chosen.map(({ words }) => kindOf(words));
  const [first] = acts;
  const words = chosen[0]?.words ?? heading;
  if (first == null || acts.some((act) => act?.kind !== first.kind))
    return { unclear: chosen.length === 1 ? words : heading };
  return { ...first, words };
}

function kindOf(words: string): Omit<TreatyAct, 'words'> | null {
  if (OTHER_CONSENT.test(words)) return { kind: Kind.ACCEPTANCE, isConsentOfAnyKind: true };
  const kind = KINDS.find(([heading]) => heading.test(words))?.[1] ?? null;
  return kind === null ? null : { kind, isConsentOfAnyKind: false };
}
