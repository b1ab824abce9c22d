import type { Format } from './dataset.rule';
import { headerOf } from './header.rule';

/** The columns of GDELT that are read, by the names of its documentation. */
const ACTOR = [
  'Code',
  'Name',
  'CountryCode',
  'KnownGroupCode',
  'EthnicCode',
  'Religion1Code',
  'Religion2Code',
  'Type1Code',
  'Type2Code',
  'Type3Code',
] as const;
const PLACE = ['Type', 'FullName', 'CountryCode', 'ADM1Code', 'Lat', 'Long', 'FeatureID'] as const;

export const GDELT_COLUMNS = [
  'GLOBALEVENTID',
  'SQLDATE',
  ...ACTOR.map((name) => `Actor1${name}` as const),
  ...ACTOR.map((name) => `Actor2${name}` as const),
  'EventCode',
  'EventBaseCode',
  'EventRootCode',
  ...PLACE.map((name) => `ActionGeo_${name}` as const),
  'SOURCEURL',
] as const;

export type GdeltColumn = (typeof GDELT_COLUMNS)[number];

/** Index of each column in a row; below 0 where the form has none. */
export type GdeltLayout = Readonly<Record<GdeltColumn, number>>;

/** What a file may look like. */
export interface GdeltForm {
  name: string;
  version: '1.0' | '2.0';
  format: Format;
  layout: GdeltLayout;
  /** Numbers of columns that a row may have. */
  widths: readonly number[];
}

function numbered(first: number, prefix: string, names: readonly string[]): [string, number][] {
  return names.map((name, index) => [`${prefix}${name}`, first + index]);
}

/** Rows without a header, by the codebooks: 2.0 has a column for ADM2 in each of the three places, which 1.0 has not. */
function layoutOf(version: '1.0' | '2.0'): GdeltLayout {
  const actionGeo = version === '2.0' ? 51 : 49;
  const place = ['Type', 'FullName', 'CountryCode', 'ADM1Code', ...(version === '2.0' ? ['ADM2Code'] : [])];
  return complete(
    new Map([
      ['GLOBALEVENTID', 0],
      ['SQLDATE', 1],
      ...numbered(5, 'Actor1', ACTOR),
      ...numbered(15, 'Actor2', ACTOR),
      ...numbered(26, 'Event', ['Code', 'BaseCode', 'RootCode']),
      ...numbered(actionGeo, 'ActionGeo_', [...place, 'Lat', 'Long', 'FeatureID']),
      ['SOURCEURL', version === '2.0' ? 60 : 57],
    ]),
  );
}

function complete(columns: ReadonlyMap<string, number>): GdeltLayout {
  return Object.fromEntries(GDELT_COLUMNS.map((name) => [name, columns.get(name) ?? -1])) as Record<
    GdeltColumn,
    number
  >;
}

const TAB = { delimiter: '\t', isQuoted: false, hasHeader: false } as const;

/** 1.0 got its column SOURCEURL on 1 April 2013; files that were put together have rows of both widths. */
const FORMS: readonly GdeltForm[] = [
  {
    name: 'GDELT 2.0, tab, 61 columns',
    version: '2.0',
    format: TAB,
    layout: layoutOf('2.0'),
    widths: [61],
  },
  {
    name: 'GDELT 1.0, tab, 57 or 58 columns',
    version: '1.0',
    format: TAB,
    layout: layoutOf('1.0'),
    widths: [57, 58],
  },
];

/** How others call columns, in small letters and figures alone. */
const OTHER_NAMES: Readonly<Record<string, readonly string[]>> = {
  SQLDATE: ['day', 'date', 'eventdate'],
  EventCode: ['cameocode', 'cameoeventcode'],
  ...Object.fromEntries(
    [1, 2].flatMap((number) => {
      const actor = `actor${number}`;
      return [
        [`Actor${number}KnownGroupCode`, [`${actor}knowgroupcode`]],
        [`Actor${number}Religion1Code`, [`${actor}religioncode`]],
        [`Actor${number}Type1Code`, [`${actor}role`, `${actor}role1`, `${actor}role1code`]],
        [`Actor${number}Type2Code`, [`${actor}role2`, `${actor}role2code`]],
        [`Actor${number}Type3Code`, [`${actor}role3`, `${actor}role3code`]],
      ];
    }),
  ),
  ActionGeo_Type: ['mentiontype'],
  ActionGeo_FullName: ['stprcntry', 'actiongeoname'],
  ActionGeo_CountryCode: ['country'],
  ActionGeo_ADM1Code: ['adm1codeextra'],
  ActionGeo_Lat: ['latextra', 'actiongeolatitude'],
  ActionGeo_Long: ['longextra', 'actiongeolongitude'],
  ActionGeo_FeatureID: ['actorgeofeaturidextra', 'actiongeofeatureid'],
  SOURCEURL: ['url'],
};

/** Which form a file has: by its header, if it has one, else by how many columns its first rows have. */
export function gdeltForm(head: string): GdeltForm | null {
  return withHeader(head) ?? withoutHeader(head);
}

function withHeader(head: string): GdeltForm | null {
  const header = headerOf(head, 'globaleventid');
  if (!header) return null;
  const { delimiter, width, columns: standing } = header;
  const columns = new Map<string, number>();
  for (const column of GDELT_COLUMNS) {
    const index = [column.toLowerCase().replace('_', ''), ...(OTHER_NAMES[column] ?? [])]
      .map((name) => standing.get(name))
      .find((found) => found !== undefined);
    if (index !== undefined) columns.set(column, index);
  }
  // One form calls the whole code of an actor his country's, and his country's an abbreviation.
  for (const number of [1, 2]) {
    const abbreviation = standing.get(`actor${number}countryabbr`);
    if (abbreviation === undefined) continue;
    columns.set(`Actor${number}Code`, standing.get(`actor${number}countrycode`) ?? -1);
    columns.set(`Actor${number}CountryCode`, abbreviation);
  }
  if (!columns.has('SQLDATE') || !columns.has('EventCode')) return null;
  const version = width > 59 ? '2.0' : '1.0';
  return {
    name: `GDELT ${version}, ${NAMES[delimiter]}, header, ${width} columns`,
    version,
    format: { delimiter, isQuoted: delimiter !== '\t', hasHeader: true },
    layout: complete(columns),
    widths: [width],
  };
}

const NAMES = { '\t': 'tab', ';': 'semicolon', ',': 'comma' } as const;

function withoutHeader(head: string): GdeltForm | null {
  // The last line may be cut off.
  const lines = head.replace(/^\uFEFF/, '').split(/\r?\n/);
  const rows = (lines.length > 1 ? lines.slice(0, -1) : lines).map((line) => line.split('\t'));
  for (const cells of rows) {
    const form = FORMS.find(({ widths }) => widths.includes(cells.length));
    if (form && /^\d+$/.test(cells[0] ?? '')) return form;
  }
  return null;
}
