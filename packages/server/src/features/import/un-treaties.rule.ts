import type { AgreementActionKind } from '../agreement/agreement-action.entity';
import { byColumns, type Cells, headerOf, holdsAll, missing } from './csv-columns.rule';
import type { Dialect, Oddity, Reading } from './dataset.rule';
import { actOf } from './treaty-action.rule';
import { dayOf } from './treaty-date.rule';

/** A treaty of the collection, as its index lists it. */
export interface UnTreaty {
  is: 'TREATY';
  treaty: string;
  title: string;
  chapter: string | null;
  url: string | null;
}

/** What one participant did about a treaty. */
export interface UnAction {
  is: 'ACTION';
  treaty: string;
  participant: string;
  kind: AgreementActionKind;
  on: string;
  /** The wording, where the kind does not say it all. */
  text: string | null;
}

export type UnFact = UnTreaty | UnAction;

const INDEX = ['chapter_no', 'treaty_no', 'treaty_name', 'url'];
const ACTIONS = ['mtdsg_no', 'participant', 'source_column', 'raw_value', 'date', 'treaty_action'];
const LONGEST_CODE = 200;
/** A day, and the letter behind it. Notes in brackets and numbers of footnotes follow. */
const CELL = /^(.*?\d{4})(?:\s*\[[^\]]*\])?\s*([A-Za-z]{1,2})?(?:\s*\[[^\]]*\]|\s+\d+|\s*,)*$/s;

export function unDialectOf(head: string): Dialect<UnFact> | null {
  const header = headerOf(head);
  const format = { delimiter: ',', isQuoted: true, hasHeader: true } as const;
  if (holdsAll(header, ACTIONS))
    return {
      name: 'Actions of parties, comma, with header',
      version: null,
      format,
      read: byColumns(header, action),
    };
  if (holdsAll(header, INDEX))
    return {
      name: 'Index of treaties, comma, with header',
      version: null,
      format,
      read: byColumns(header, treaty),
    };
  return null;
}

/** The collection writes one number as `27-7.a` and as `27-7-a`. */
function treatyNumber(number: string): string {
  return number.replaceAll('.', '-');
}

function treaty(cells: Cells): Reading<UnFact> {
  for (const field of ['chapter_no', 'treaty_no', 'treaty_name']) if (!cells[field]) return missing(field);
  const number = treatyNumber(`${cells.chapter_no}-${cells.treaty_no}`);
  return {
    is: 'FACT',
    externalId: `treaty ${number}`,
    fact: {
      is: 'TREATY',
      treaty: number,
      title: cells.treaty_name as string,
      chapter: cells.chapter_name || null,
      url: cells.url && URL.canParse(cells.url) ? cells.url : null,
    },
  };
}

function action(cells: Cells): Reading<UnFact> {
  for (const field of ['mtdsg_no', 'participant', 'source_column', 'raw_value'])
    if (!cells[field]) return missing(field);
  const {
    participant = '',
    source_column: heading = '',
    raw_value: raw = '',
    treaty_action: told = '',
  } = cells;
  const [, worded = '', suffix = ''] = CELL.exec(raw) ?? [];
  const given = cells.date ? dayOf(cells.date) : null;
  const read = dayOf(worded.trim());
  const on = given ?? read;
  if (cells.date && given === null) return badDate('date', cells.date, participant, heading);
  if (on === null) return badDate('raw_value', raw, participant, heading);
  const act = actOf(heading, suffix);
  if ('unclear' in act) return { is: 'SKIPPED', code: act.unclear.slice(0, LONGEST_CODE) };
  const number = treatyNumber(cells.mtdsg_no as string);
  const oddities: Oddity[] = [];
  if (act.isConsentOfAnyKind) oddities.push({ kind: 'consent of no kind named', value: act.words });
  else if (told !== '' && told !== heading && told !== act.kind)
    oddities.push({ kind: 'treaty action', value: `${told}, though the column says ${act.words}` });
  if (read !== null && given !== null && read !== given)
    oddities.push({ kind: 'date other than the cell says', value: `${cells.date}, ${raw}` });
  return {
    is: 'FACT',
    externalId: `${number}|${participant}|${heading}`,
    fact: {
      is: 'ACTION',
      treaty: number,
      participant,
      kind: act.kind,
      on,
      text: isTold(act) ? null : act.words,
    },
    oddities,
  };
}

/** `Ratification` says no more than RATIFICATION does, nor does `Registration Date`; `Accession to the Convention as amended` does. */
function isTold({ kind, words }: { kind: AgreementActionKind; words: string }): boolean {
  return (
    words
      .replace(/ date$/i, '')
      .toUpperCase()
      .replaceAll(' ', '_') === kind
  );
}

function badDate(field: string, value: string, participant: string, heading: string): Reading<never> {
  const message = `${value} is no day: ${participant}, in the column ${heading}`;
  return { is: 'REJECTED', reason: 'BAD_DATE', field, value, message };
}
