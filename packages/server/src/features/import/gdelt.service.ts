import { CAMEO } from '../engagement/cameo.data';
import { PlaceResolution } from '../place/place.entity';
import { cameoLabel, restoredCode } from './cameo.rule';
import { CAMEO_MEANINGS } from './cameo-meaning.data';
import type { Dataset, DatasetRow, Oddity, Reading, Refusal } from './dataset.rule';
import {
  type EventFact,
  type EventPlace,
  isDay,
  isParty,
  NO_ACTOR,
  NO_PARTY,
  SKIPPED_LABELS,
} from './event-fact.rule';
import { EventWriter } from './event-writer.service';
import { type GdeltActor, gdeltParty } from './gdelt-actor.rule';
import { type GdeltColumn, type GdeltForm, gdeltForm } from './gdelt-columns.rule';

/** What other programs write where there is nothing. */
const NOTHING = /^(?:-+|nan|null|none|n\/a)$/i;

const RESOLUTIONS: Readonly<Record<string, PlaceResolution>> = {
  '1': PlaceResolution.COUNTRY,
  '2': PlaceResolution.ADMIN,
  '3': PlaceResolution.CITY,
  '4': PlaceResolution.CITY,
  '5': PlaceResolution.ADMIN,
};

class Refused {
  constructor(
    readonly reason: Refusal,
    readonly field: GdeltColumn | null,
    readonly value: string | null,
    readonly message: string,
  ) {}
}

type Row = (column: GdeltColumn) => string;

function read({ cells }: DatasetRow, { layout, widths, version }: GdeltForm): Reading<EventFact> {
  if (!widths.includes(cells.length)) {
    const message = `The row has ${cells.length} columns; this form of GDELT has ${widths.join(' or ')}`;
    return {
      is: 'REJECTED',
      reason: 'MALFORMED_ROW',
      field: null,
      value: cells.join(' ').slice(0, 200),
      message,
    };
  }
  const row: Row = (column) => {
    const cell = cells[layout[column]]?.trim() ?? '';
    return cell !== '' && NOTHING.test(cell) ? '' : cell;
  };
  const reading = factOf(row, version);
  if (!(reading instanceof Refused)) return reading;
  const { reason, field, value, message } = reading;
  return { is: 'REJECTED', reason, field, value, message };
}

function factOf(row: Row, edition: string): Reading<EventFact> | Refused {
  const externalId = wholeNumber(row('GLOBALEVENTID'));
  if (externalId === '')
    return new Refused('MISSING_VALUE', 'GLOBALEVENTID', '', 'The row has no GLOBALEVENTID, which names it');
  if (!/^\d{1,18}$/.test(externalId))
    return new Refused(
      'BAD_NUMBER',
      'GLOBALEVENTID',
      externalId,
      'GLOBALEVENTID is a whole number of up to 18 figures; has a spreadsheet rounded it?',
    );
  const date = wholeNumber(row('SQLDATE'));
  const day = date.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3');
  if (!isDay(day)) return new Refused('BAD_DATE', 'SQLDATE', date, 'SQLDATE is a day, such as 20191024');
  const code = codeOf(row);
  if (code instanceof Refused) return code;
  if (!CAMEO_MEANINGS.has(code)) return { is: 'SKIPPED', code };
  const [first, second] = [gdeltParty(actorOf(row, 'Actor1')), gdeltParty(actorOf(row, 'Actor2'))];
  const parties = [first.party, second.party] as const;
  if (!first.party && !second.party) return { is: 'SKIPPED', code: NO_ACTOR };
  if (!isParty(first.party) && !isParty(second.party)) return { is: 'SKIPPED', code: NO_PARTY };
  const oddities = [first.oddity, second.oddity].filter((oddity) => oddity !== null);
  const place = placeOf(row, oddities);
  if (place instanceof Refused) return place;
  const article = row('SOURCEURL') || null;
  return { is: 'FACT', externalId, fact: { edition, day, code, parties, place, article }, oddities };
}

/** Without the ".0" that programs give to numbers of columns with gaps. */
const wholeNumber = (text: string) => (text.endsWith('.0') ? text.slice(0, -2) : text);

function codeOf(row: Row): string | Refused {
  const code = wholeNumber(row('EventCode'));
  if (code === '') return new Refused('MISSING_VALUE', 'EventCode', '', 'The row does not say what happened');
  const root = wholeNumber(row('EventRootCode'));
  if (root.length === 2 && code.startsWith(root) && CAMEO.has(code)) return code;
  const restored = restoredCode(code, wholeNumber(row('EventBaseCode')), root);
  return (
    restored ??
    new Refused(
      'CONTRADICTION',
      'EventCode',
      code,
      `EventCode ${code} does not lie under EventRootCode ${root}`,
    )
  );
}

function actorOf(row: Row, actor: 'Actor1' | 'Actor2'): GdeltActor {
  return {
    code: row(`${actor}Code`),
    name: row(`${actor}Name`),
    country: row(`${actor}CountryCode`),
    group: row(`${actor}KnownGroupCode`),
    ethnic: row(`${actor}EthnicCode`),
    religions: [row(`${actor}Religion1Code`), row(`${actor}Religion2Code`)],
    types: [row(`${actor}Type1Code`), row(`${actor}Type2Code`), row(`${actor}Type3Code`)],
  };
}

/** Where it happened, which GDELT takes from the sentence that tells it; null where the row gives no place. */
function placeOf(row: Row, oddities: Oddity[]): EventPlace | Refused | null {
  const type = wholeNumber(row('ActionGeo_Type'));
  if (type === '' || type === '0') return null;
  const resolution = RESOLUTIONS[type];
  const fullName = row('ActionGeo_FullName');
  if (resolution === undefined) {
    oddities.push({ kind: 'ActionGeo_Type', value: type });
    return null;
  }
  if (fullName === '') return null;
  const [latitude, longitude] = [degrees(row, 'ActionGeo_Lat', 90), degrees(row, 'ActionGeo_Long', 180)];
  if (latitude instanceof Refused) return latitude;
  if (longitude instanceof Refused) return longitude;
  const fips = row('ActionGeo_CountryCode');
  const feature = wholeNumber(row('ActionGeo_FeatureID'));
  return {
    key: `gdelt ${fips} ${resolution} ${feature || fullName}`,
    name: fullName.split(',', 1)[0]?.trim() || fullName,
    longName: fullName,
    resolution,
    country: fips === '' ? null : { by: 'FIPS', value: fips },
    ...(latitude === null || longitude === null
      ? { latitude: null, longitude: null }
      : { latitude, longitude }),
  };
}

function degrees(
  row: Row,
  column: 'ActionGeo_Lat' | 'ActionGeo_Long',
  most: number,
): number | Refused | null {
  const text = row(column);
  if (text === '') return null;
  const value = Number(text);
  return Number.isFinite(value) && Math.abs(value) <= most
    ? value
    : new Refused('BAD_NUMBER', column, text, `${column} is a number of degrees from -${most} to ${most}`);
}

export const GDELT: Dataset<EventFact> = {
  name: 'gdelt',
  title: 'GDELT Event Database',
  dialectOf(head) {
    const form = gdeltForm(head);
    if (!form) return null;
    const { name, version, format } = form;
    return { name, version, format, read: (row) => read(row, form) };
  },
  codeLabel: (code) => SKIPPED_LABELS[code] ?? cameoLabel(code),
  writer: (world) => new EventWriter(world, 'gdelt'),
};
