import { AgreementForm } from '../agreement/agreement.entity';

/** Words for what a document is, and the form they name: null for those that are none of the closed list. The first in a title decides. */
const WORDS: readonly (readonly [pattern: string, form: AgreementForm | null])[] = [
  ['exchanges? of (?:notes|letters)', AgreementForm.EXCHANGE_OF_NOTES],
  ['notes exchanged|letters exchanged', AgreementForm.EXCHANGE_OF_NOTES],
  ['memorand(?:um|a) of understanding', AgreementForm.MOU],
  ['framework (?:convention|agreement)', AgreementForm.FRAMEWORK],
  ['joint statement', AgreementForm.JOINT_STATEMENT],
  ['conventions?', AgreementForm.CONVENTION],
  ['treat(?:y|ies)', AgreementForm.TREATY],
  ['protocols?', AgreementForm.PROTOCOL],
  ['arrangements?', AgreementForm.ARRANGEMENT],
  // Each of these is something else, whatever it is about.
  [
    'agreements?|amend\\w*|additional articles?|annex\\w*|extension|extending|prolong\\w*|terminati\\w*|denunciation|cancellation|ratification|accession|' +
      'notes?|letters?|minutes?|declarations?|final act|act|acts|resolutions?|decisions?|regulations?|rules|instruments?|statutes?|charter|constitution|' +
      'covenant|code|memorand\\w*|statement|terms of reference|procès-verbal|proces-verbal|articles?',
    null,
  ],
];
const SAID_OUTRIGHT = /\bin the form of (?:an )?exchanges? of (?:notes|letters)\b/iu;
const ANY = new RegExp(`\\b(?:${WORDS.map(([pattern]) => `(${pattern})`).join('|')})\\b`, 'iu');

/** The form that a title says the document has; null where it says another one, or none. Nothing is guessed from what it is about. */
export function formOf(title: string): AgreementForm | null {
  if (SAID_OUTRIGHT.test(title)) return AgreementForm.EXCHANGE_OF_NOTES;
  const found = ANY.exec(title);
  if (!found) return null;
  const group = found.slice(1).findIndex((match) => match !== undefined);
  return WORDS[group]?.[1] ?? null;
}
