import { Api } from '../../../test/harness/api';
import { Load } from '../../platform/change/load';
import { OTHER_STATES } from './former-states.data';
import { STATE_ALIASES } from './state-aliases.data';
import { BY_CAMEO, BY_FIPS } from './state-codes.data';
import { nameKey, StateNames } from './state-names.rule';

let api: Api;
let states: StateNames;
const labels = new Map<string, string>();

beforeAll(async () => {
  api = await Api.open();
  states = await StateNames.load({
    rows: (text, values) => api.database.writer.query(text, [...(values ?? [])]),
  });
  for (const { id, label } of await api.database.writer.query(`SELECT id, label FROM actor`))
    labels.set(id, label);
});
afterAll(() => api.close());

const labelOf = (id: string | null) => (id === null ? null : (labels.get(id) ?? 'a state of its own'));

describe('a state named by a dataset', () => {
  test.each([
    ['IRAN, ISLAMIC REPUBLIC OF', 'Iran'],
    ['Iran (Islamic Republic of)', 'Iran'],
    ['UNITED KINGDOM OF GREAT BRITAIN AND NORTHERN IRELAND', 'United Kingdom'],
    ['Viet Nam', 'Vietnam'],
    ['Belgium 3', 'Belgium'],
    ['China 2, 17', 'China'],
    ['NETHERLANDS THE', 'Netherlands'],
    ["Cote d'Ivoire", 'Côte d’Ivoire'],
    ['KOREA REPUBLIC OF', 'South Korea'],
    ["Democratic People's Republic of Korea", 'North Korea'],
    ['CONGO, DEMOCRATIC REPUBLIC OF', 'Democratic Republic of the Congo'],
    ['St. Vincent and the Grenadines', 'Saint Vincent and the Grenadines'],
    ['PALESTINE (INCL. PLO)', 'Palestine'],
    ['Germany (as of 1990)', 'Germany'],
    ['Venezuela (Bolivarian Republic of)', 'Venezuela'],
  ])('%s is %s', (name, label) => {
    expect(labelOf(states.byName(name))).toBe(label);
  });

  test.each([
    ['ZAIRE', 'Democratic Republic of the Congo'],
    ['CEYLON', 'Sri Lanka'],
    ['BURMA', 'Myanmar'],
    ['SIAM', 'Thailand'],
    ['PERSIA', 'Iran'],
    ['SWAZILAND', 'Eswatini'],
    ['The former Yugoslav Republic of Macedonia', 'North Macedonia'],
    ['Cape Verde', 'Cape Verde'],
    ['SERBIA AND MONTENEGRO', 'Serbia'],
    ['VIETNAM D R', 'Vietnam'],
  ])('by a former name is the same state: %s is %s', (name, label) => {
    expect(labelOf(states.byName(name))).toBe(label);
  });

  test.each([
    'SOVIET UNION',
    'YUGOSLAVIA',
    'Czechoslovakia',
    'GERMAN DEMOCRATIC REPUBLIC',
    'YEMEN ARAB REPUBLIC',
    'KOREA',
  ])('that is no state of today is a state of its own: %s', (name) =>
    expect(labelOf(states.byName(name))).toBe('a state of its own'),
  );

  test.each(['Atlantis', '', '3', 'Republic of'])('is not guessed at: %p', (name) => {
    expect(states.byName(name)).toBeNull();
  });
});

describe('a state given by a code', () => {
  test('is found by FIPS, CAMEO and ISO, each of which means something else by GM, ROM and DE', () => {
    expect(labelOf(states.byFips('IZ'))).toBe('Iraq');
    expect(labelOf(states.byFips('GM'))).toBe('Germany');
    expect(labelOf(states.byIso('GM'))).toBe('Gambia');
    expect(labelOf(states.byFips('GZ'))).toBe('Palestine');
    expect(labelOf(states.byCameo('ROM'))).toBe('Romania');
    expect(labelOf(states.byCameo('IRQ'))).toBe('Iraq');
    expect(states.byFips('KV')).toBe(states.byCameo('KSV'));
    expect(states.byFips('KV')).toBe(states.byName('KOSOVO'));
  });

  test('that is the code of a region, or none, is no state', () => {
    for (const code of ['EUR', 'AFR', 'OS', '', 'ZZ']) {
      expect(states.byCameo(code)).toBeNull();
      expect(states.byFips(code)).toBeNull();
    }
  });

  test('has one that stands for something: every code of the tables leads to a state', () => {
    for (const code of BY_FIPS.keys())
      expect([code, states.byFips(code)]).toEqual([code, expect.any(String)]);
    for (const code of BY_CAMEO.keys())
      expect([code, states.byCameo(code)]).toEqual([code, expect.any(String)]);
  });
});

test('no name means two states', () => {
  const owners = new Map<string, string>();
  const clashes: string[] = [];
  for (const [owner, names] of [
    ...STATE_ALIASES,
    ...OTHER_STATES.map(([name, names]) => [name, [name, ...names]] as const),
  ])
    for (const name of names) {
      const known = owners.get(nameKey(name));
      if (known !== undefined && known !== owner) clashes.push(`${name}: ${known} and ${owner}`);
      owners.set(nameKey(name), owner);
      const expected = states.byIso(owner) ?? states.byName(owner);
      if (states.byName(name) !== expected) clashes.push(`${name} is not ${owner}`);
    }

  expect(clashes).toEqual([]);
});

test('a state of its own is written once it is needed, with its names; one of the reference data is not', async () => {
  const load = new Load();
  const { catalog } = api.database;
  states.need(load, catalog, String(states.byName('Iraq')));
  states.need(load, catalog, String(states.byName('USSR')));
  states.need(load, catalog, String(states.byName('SOVIET UNION')));

  expect(load.ensured).toEqual([states.byName('Soviet Union')]);
});
