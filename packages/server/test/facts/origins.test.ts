import { loadDemoIfEmpty } from '../../src/app/load-demo';
import { DEMO_IDS, demoId } from '../../src/features/demo/demo-ids.rule';
import { typeIdOf } from '../../src/platform/type-id';
import { Api } from '../harness/api';
import { freshTestDatabase } from '../harness/postgres/test-database';

interface Origin {
  speaker: { id: string } | null;
  source: { id: string } | null;
}

const ORIGINS = 'origins { speaker { id } source { id } }';
const NOTES: string[] = [DEMO_IDS.NOTE_A, DEMO_IDS.NOTE_B];

describe('a coder’s note', () => {
  let api: Api;

  beforeAll(async () => {
    api = await Api.open(await freshTestDatabase());
    await loadDemoIfEmpty(api.database);
  });
  afterAll(() => api.close());

  async function originsOfAll(): Promise<Map<string, Origin[]>> {
    const ids: { id: string; type: string }[] = await api.database.writer.query(
      `SELECT id, type FROM record r WHERE recorded_by = 'demo' AND type NOT IN ('source', 'topic')
        AND NOT EXISTS (SELECT FROM claim c JOIN source s ON s.id = c.source_id WHERE c.id = r.id AND s.kind = 'CODER_NOTE')`,
    );
    const found = new Map<string, Origin[]>();
    for (let at = 0; at < ids.length; at += 50) {
      const page = ids.slice(at, at + 50).map(({ id, type }) => typeIdOf(type, id));
      const { nodes } = await api.data(
        `query($ids: [ID!]!) { nodes(ids: $ids) { id ... on Record { ${ORIGINS} } } }`,
        {
          ids: page,
        },
      );
      for (const { id, origins } of nodes) found.set(id, origins);
    }
    return found;
  }

  test('is no origin of its own, of no record and no claim', async () => {
    const before = await originsOfAll();
    expect(before.size).toBeGreaterThan(150);
    for (const origins of before.values())
      expect(origins.filter(({ source }) => source !== null && NOTES.includes(source.id))).toEqual([]);

    const notes: { id: string; version: number }[] = await api.database.writer.query(
      `SELECT r.id, r.version FROM record r JOIN claim c ON c.id = r.id JOIN source s ON s.id = c.source_id WHERE s.kind = 'CODER_NOTE'`,
    );
    expect(notes).toHaveLength(40);
    for (const { id, version } of notes)
      await api.data(
        `mutation($id: ID!, $version: Int!) { retract(id: $id, expectedVersion: $version, reason: "To count without it") { id } }`,
        { id: typeIdOf('claim', id), version },
      );

    expect(await originsOfAll()).toEqual(before);
  });

  test.each([
    ['a39', 'said by the article itself', [{ speaker: null, source: { id: DEMO_IDS.SRC_A } }]],
    [
      'a11',
      'put into a ministry’s mouth',
      [{ speaker: { id: DEMO_IDS.MOI_QA }, source: { id: DEMO_IDS.SRC_MOIQA } }],
    ],
    ['b11', 'laid to news sources without a name', []],
    ['a5', 'only inferred by us', []],
  ])('leaves %s, %s, the origins that the article gives it', async (symbol, _, origins) => {
    const { claim } = await api.data(`{ claim(id: "${typeIdOf('claim', demoId(symbol))}") { ${ORIGINS} } }`);

    expect(claim.origins).toEqual(origins);
  });
});
