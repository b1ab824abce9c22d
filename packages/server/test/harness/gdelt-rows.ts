/** An event as GDELT would tell it, of made-up facts. */
export interface GdeltSketch {
  id: number | string;
  day?: string;
  code: string;
  one?: ActorSketch;
  two?: ActorSketch;
  place?: PlaceSketch;
  url?: string;
}

export interface ActorSketch {
  code: string;
  name: string;
  country?: string;
  group?: string;
  types?: readonly string[];
}

export interface PlaceSketch {
  type: number;
  name: string;
  fips: string;
  latitude: number | string;
  longitude: number | string;
  feature: string;
}

const DAY = '20190612';

export const QATAR: ActorSketch = { code: 'QAT', name: 'DOHA', country: 'QAT' };
export const IRAQ: ActorSketch = { code: 'IRQ', name: 'IRAQ', country: 'IRQ' };
export const BAGHDAD: PlaceSketch = {
  type: 4,
  name: 'Baghdad, Baghdad, Iraq',
  fips: 'IZ',
  latitude: 33.3386,
  longitude: 44.3939,
  feature: '-3102142',
};

const actorCells = ({
  code = '',
  name = '',
  country = '',
  group = '',
  types = [],
}: Partial<ActorSketch> = {}) => [
  ...[code, name, country, group, '', '', ''],
  ...[types[0] ?? '', types[1] ?? '', types[2] ?? ''],
];

function placeCells(place: PlaceSketch | undefined, hasAdm2: boolean): string[] {
  const [adm1, adm2] = ['', hasAdm2 ? [''] : []];
  if (!place) return ['0', '', '', adm1, ...adm2, '', '', ''];
  const { type, name, fips, latitude, longitude, feature } = place;
  return [String(type), name, fips, adm1, ...adm2, String(latitude), String(longitude), feature];
}

function cellsOf(
  { id, day = DAY, code, one, two, place, url = '' }: GdeltSketch,
  version: '1.0' | '2.0',
): string[] {
  const hasAdm2 = version === '2.0';
  const [base, root] = [code.slice(0, 3), code.slice(0, 2)];
  return [
    ...[String(id), day, day.slice(0, 6), day.slice(0, 4), `${day.slice(0, 4)}.4`],
    ...actorCells(one),
    ...actorCells(two),
    ...['1', code, base, root, '1', '1.0', '10', '1', '10', '0.5'],
    ...placeCells(undefined, hasAdm2),
    ...placeCells(undefined, hasAdm2),
    ...placeCells(place, hasAdm2),
    hasAdm2 ? `${day}120000` : day,
    url,
  ];
}

const lines = (rows: readonly string[]) => `${rows.join('\n')}\n`;

/** GDELT 2.0: 61 columns between tabs. */
export const inForm20 = (...events: GdeltSketch[]) =>
  lines(events.map((event) => cellsOf(event, '2.0').join('\t')));

/** GDELT 1.0: 58 columns between tabs, 57 where there is no address. */
export const inForm10 = (...events: GdeltSketch[]) =>
  lines(
    events.map((event) => {
      const cells = cellsOf(event, '1.0');
      return (event.url === undefined ? cells.slice(0, -1) : cells).join('\t');
    }),
  );

const NUMBERS = ['EventCode', 'EventBaseCode', 'EventRootCode'];
const ACTOR_NAMES =
  'Code Name CountryCode KnownGroupCode EthnicCode Religion1Code Religion2Code Type1Code Type2Code Type3Code';
const PLACE_NAMES = ['Type', 'FullName', 'CountryCode', 'ADM1Code', '', 'Lat', 'Long', 'FeatureID'];
const HEADER = [
  ...['GLOBALEVENTID', 'SQLDATE', 'MonthYear', 'Year', 'FractionDate'],
  ...['Actor1', 'Actor2'].flatMap((actor) => ACTOR_NAMES.split(' ').map((name) => `${actor}${name}`)),
  ...['IsRootEvent', ...NUMBERS, 'QuadClass', 'GoldsteinScale', 'NumMentions', 'NumSources', 'NumArticles'],
  'AvgTone',
  ...['Actor1Geo', 'Actor2Geo', 'ActionGeo'].flatMap((place) =>
    PLACE_NAMES.map((name) => (name === '' ? '' : `${place}_${name}`)),
  ),
  ...['DATEADDED', 'SOURCEURL'],
];

/** As a spreadsheet saves it: a header with blank names, codes without their leading zeros. */
export function inSemicolons(...events: GdeltSketch[]): string {
  const rows = events.map((event) =>
    cellsOf(event, '2.0').map((cell, index) =>
      NUMBERS.includes(HEADER[index] ?? '') ? cell.replace(/^0/, '') : cell,
    ),
  );
  return `${[HEADER, ...rows].map((cells) => cells.join(';')).join('\r\n')}\r\n`;
}

const COMMA_ACTOR = [
  'Country_Code Name Country_ABBR Known_Group_Code Ethnic_Code Religion_Code Religion_2_Code Role Role2 Role3',
  'Country_Code Name Country_ABBR Know_Group_Code Ethnic_Code Religion_Code Religion_2_Code Role Role2 Role3',
].flatMap((names, index) => names.split(' ').map((name) => `Actor_${index + 1}_${name}`));
const COMMA_HEADER = [
  ...['', 'Global_Event_ID', 'Day', 'YYYYMM', 'YYYY', 'Day_Time', ...COMMA_ACTOR],
  ...['Is_Root_Event', 'Event_Code', 'Event_Base_Code', 'Event_Root_Code', 'Quad_Class', 'Goldstein_Scale'],
  ...['Num_Mentions', 'Num_Sources', 'Num_Articles', 'AVG_TONE'],
  ...['Actor_1', 'Actor_2'].flatMap((actor) => [
    ...['Type', 'FullName', 'Country_Code'].map((name) => `${actor}_Geo_${name}`),
    ...['ADM1Code', 'ADM2Code', 'Lat', 'Long', 'FeatureID'].map(
      (name) => `${actor.replace('_', '')}Geo_${name}`,
    ),
  ]),
  ...[
    'Mention_Type',
    'ST_PR_CNTRY',
    'Country',
    'ADM1Code_Extra',
    'ADM2Code_Extra',
    'Lat_Extra',
    'Long_Extra',
  ],
  ...['ActorGeo_FeaturID_Extra', 'Date_Added', 'Source_URL', 'Confidence'],
];

/** As a table of another program: 63 columns with names of their own, between commas; `order` moves them about. */
export function inCommas(
  events: readonly GdeltSketch[],
  order: (cells: readonly string[]) => readonly string[] = (cells) => cells,
): string {
  const rows = events.map((event, index) => [String(index), ...cellsOf(event, '2.0'), '30']);
  const line = (cells: readonly string[]) =>
    order(cells)
      .map((cell) => (cell.includes(',') ? `"${cell}"` : cell))
      .join(',');
  return lines([COMMA_HEADER, ...rows].map(line));
}
