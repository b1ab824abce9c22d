import { CAMEO } from '../engagement/cameo.data';
import { cameoLabel, cameoOfLabel } from './cameo.rule';
import { CAMEO_MEANINGS } from './cameo-meaning.data';
import type { Dataset, DatasetRow, Dialect, Reading } from './dataset.rule';
import { type EventFact, isDay, isParty, NO_ACTOR, NO_PARTY, SKIPPED_LABELS } from './event-fact.rule';
import { EventWriter } from './event-writer.service';
import { type Header, headerOf } from './header.rule';
import { icewsParty } from './icews-actor.rule';

/** How each column is called: in the event data as it is published, and where only the bare events are handed on. */
const NAMES = {
  id: ['eventid'],
  date: ['eventdate'],
  actor: ['sourcename', 'actor', 'source'],
  event: ['eventtext'],
  code: ['cameocode'],
  recipient: ['targetname', 'recipient', 'target'],
} as const;

type Columns = Readonly<Record<keyof typeof NAMES, number>>;

function columnsOf({ columns }: Header): Columns {
  return Object.fromEntries(
    Object.entries(NAMES).map(([column, names]) => [
      column,
      names.map((name) => columns.get(name)).find((index) => index !== undefined) ?? -1,
    ]),
  ) as Record<keyof typeof NAMES, number>;
}

function read({ cells }: DatasetRow, columns: Columns, width: number): Reading<EventFact> {
  if (cells.length !== width) {
    const message = `The row has ${cells.length} columns; its header has ${width}`;
    return {
      is: 'REJECTED',
      reason: 'MALFORMED_ROW',
      field: null,
      value: cells.join(' ').slice(0, 200),
      message,
    };
  }
  const cell = (column: keyof Columns) => cells[columns[column]]?.trim() ?? '';
  const day = cell('date');
  if (!isDay(day)) {
    const message = 'event_date is a day, such as 2014-05-31';
    return { is: 'REJECTED', reason: 'BAD_DATE', field: 'event_date', value: day, message };
  }
  const event = cell('event');
  if (event === '' && cell('code') === '') {
    const message = 'event_text is empty: the row does not say what happened';
    return { is: 'REJECTED', reason: 'MISSING_VALUE', field: 'event_text', value: '', message };
  }
  // A label that CAMEO has not says itself what it is; its code may have lost a zero.
  const code = cameoOfLabel(event) ?? (CAMEO.has(cell('code')) ? cell('code') : event);
  if (!CAMEO_MEANINGS.has(code)) return { is: 'SKIPPED', code };
  const [first, second] = [icewsParty(cell('actor')), icewsParty(cell('recipient'))];
  if (!first.party && !second.party) return { is: 'SKIPPED', code: NO_ACTOR };
  if (!isParty(first.party) && !isParty(second.party)) return { is: 'SKIPPED', code: NO_PARTY };
  return {
    is: 'FACT',
    externalId: cell('id') || [day, cell('actor'), code, cell('recipient')].join(' | '),
    fact: {
      edition: null,
      day,
      code,
      parties: [first.party, second.party],
      place: null,
      article: null,
    },
    oddities: [first.oddity, second.oddity].filter((oddity) => oddity !== null),
  };
}

export const ICEWS: Dataset<EventFact> = {
  name: 'icews',
  title: 'ICEWS Coded Event Data',
  dialectOf(head): Dialect<EventFact> | null {
    const header = headerOf(head, 'eventtext');
    if (!header) return null;
    const columns = columnsOf(header);
    if (columns.date < 0 || columns.actor < 0 || columns.recipient < 0) return null;
    const { delimiter, width } = header;
    return {
      name: columns.id < 0 ? `ICEWS, bare events, ${width} columns` : `ICEWS, ${width} columns`,
      version: null,
      format: { delimiter, isQuoted: delimiter !== '\t', hasHeader: true },
      isNamedByContent: columns.id < 0,
      read: (row) => read(row, columns, width),
    };
  },
  codeLabel: (code) => SKIPPED_LABELS[code] ?? cameoLabel(code),
  writer: (world) => new EventWriter(world, 'icews'),
};
