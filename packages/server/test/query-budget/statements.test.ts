import { Api } from '../harness/api';
import { findDuplicates } from '../harness/duplicates';
import { testDatabase } from '../harness/postgres/test-database';
import { DemoWorld } from '../questions/demo-world';
import { addBundle } from './bundle';
import { plantRun } from './import-runs';
import { OPERATIONS } from './operations';

/** How many statements each documented read sends for the demo record and a run of an importer. To change one is a decision: look at what it buys. */
const BUDGET: { [operation: string]: number } = {
  'question 1': 11,
  'question 2': 2,
  'question 3': 16,
  'question 4': 2,
  'question 5': 2,
  'question 6': 14,
  'question 7': 7,
  'question 8': 11,
  'question 9': 7,
  'question 10': 10,
  'question 11': 7,
  'question 12': 5,
  'question 13': 2,
  'question 14': 4,
  'question 15': 3,
  'question 16': 1,
  'question 17': 14,
  'question 18': 14,
  'question 19': 14,
  'question 20': 6,
  'question 21': 1,
  'question 22': 10,
  'question 23': 10,
  'question 24': 5,
  'question 25': 2,
  'question 26': 2,
  'question 27': 3,
  'question 28': 1,
  'question 29': 13,
  'question 30': 5,
  'question 31': 3,
  'question 33': 2,
  'question 34': 3,
  'question 35': 1,
  'question 36': 2,
  'question 37': 1,
  'question 38': 13,
  'question 39': 14,
  getActor: 25,
  getActorAsOf: 25,
  getAgreement: 32,
  getAgreementAsOf: 32,
  getClaim: 18,
  getContextEvent: 19,
  getEngagement: 42,
  getEngagementAsOf: 42,
  getEngagementNetwork: 2,
  getEventBounds: 1,
  getImportRun: 4,
  getPlace: 22,
  getPosition: 23,
  getRecord: 5,
  getRecordAsOf: 5,
  getRecords: 17,
  getRelationship: 33,
  getRelationshipAsOf: 33,
  getSource: 30,
  getSourceAsOf: 30,
  getSourceText: 2,
  getTopic: 17,
  // Webhooks are of an account: without one there are none.
  getWebhook: 0,
  groupAgreements: 1,
  groupClaims: 2,
  groupEngagements: 2,
  listActors: 2,
  listAgreementParties: 9,
  listAgreements: 9,
  listAgreementsAsOf: 9,
  listClaimRelations: 5,
  listClaims: 26,
  listClaimsAsOf: 26,
  listContextEvents: 5,
  listContextEventsAsOf: 5,
  listEngagements: 10,
  listEngagementsAsOf: 10,
  listEvents: 19,
  listIdentities: 1,
  listImportRejections: 2,
  listImportRuns: 2,
  listPlaces: 3,
  listRelationships: 5,
  listSourcePassages: 3,
  listSources: 4,
  listTenures: 5,
  listTopics: 2,
  listWebhooks: 0,
  recordHistory: 1,
  search: 3,
  suggestSearch: 3,
};

let world: DemoWorld;
let serial: Api;

beforeAll(() => DemoWorld.prepare());
beforeEach(async () => {
  world = await DemoWorld.open();
  await plantRun(world.api, 0);
  // One statement after the other, so that what is batched with what does not hang on which of two is faster.
  serial = await Api.open(testDatabase(), 1);
});
afterEach(() => Promise.all([world, serial].map((each) => each.close())));

async function statementsOfAll(): Promise<{ [operation: string]: number }> {
  await findDuplicates(world.api);
  const counts: { [operation: string]: number } = {};
  for (const { name, query, variables } of OPERATIONS) {
    serial.sql.length = 0;
    const now = new Date().toISOString();
    const { errors } = await serial.read(0, query, { ...variables, day: now, recordedAt: now });
    if (errors) throw new Error(`${name}: ${JSON.stringify(errors, null, 2)}`);
    counts[name] = serial.sql.length;
  }
  return counts;
}

test('every documented read sends as many statements as its budget says', async () => {
  expect(await statementsOfAll()).toEqual(BUDGET);
});

test('no documented read sends more statements for more records', async () => {
  for (let number = 1; number <= 6; number++) await addBundle(world, number);
  const few = await statementsOfAll();

  for (let number = 7; number <= 18; number++) await addBundle(world, number);
  const many = await statementsOfAll();

  const grown = Object.keys(many).filter((name) => Number(many[name]) > Number(few[name]));
  expect(grown.map((name) => `${name}: ${few[name]}, then ${many[name]}`)).toEqual([]);
  // Their lists, empty or short in the demo record, were not so any more.
  const isShort = (number: number) =>
    Number(few[`question ${number}`]) <= Number(BUDGET[`question ${number}`]);
  expect([2, 13, 14, 15, 21, 24, 26, 27, 33, 35, 37].filter(isShort)).toEqual([]);
}, 120_000);
