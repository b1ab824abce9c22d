import { findings } from '../../src/app/check';
import { loadDemoIfEmpty } from '../../src/app/load-demo';
import { DEMO_IDS } from '../../src/features/demo/demo-ids.rule';
import { typeIdOf } from '../../src/platform/type-id';
import { Api } from '../harness/api';

let api: Api;
beforeEach(async () => {
  api = await Api.open();
  await loadDemoIfEmpty(api.database);
});
afterEach(() => api.close());

const EXPUNGE = 'mutation ($id: ID!) { expunge(id: $id, reason: "court order") }';

/** Every table, history and events included, in which a wording still stands. */
async function tablesWith(wording: string): Promise<string[]> {
  const tables: { name: string }[] = await api.database.writer.query(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`,
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const [{ hits }] = await api.database.writer.query(
      `SELECT count(*)::integer AS hits FROM ${name} t WHERE t::text ILIKE $1`,
      [`%${wording}%`],
    );
    if (hits > 0) found.push(name);
  }
  return found;
}

describe('the erasure of what much else hangs on', () => {
  test('takes a person’s names and offices out of every table, and leaves a sound record', async () => {
    expect(await tablesWith('Othman al-Qanemi')).not.toEqual([]);

    const { expunge } = await api.data(EXPUNGE, { id: DEMO_IDS.QANEMI });

    expect(expunge).toBe(DEMO_IDS.QANEMI);
    expect(
      (await api.data('query ($id: ActorRef!) { actor(ref: $id) { id } }', { id: DEMO_IDS.QANEMI })).actor,
    ).toBeNull();
    expect(await findings(api.database.writer)).toEqual([]);
    // What others say of him is theirs: statements with other subjects, and the text of a note.
    expect(await tablesWith('Othman al-Qanemi')).toEqual([
      'claim',
      'passage',
      'record_version',
      'source_text',
    ]);
  });

  test('takes a source with its passages and all that is said in it', async () => {
    const before = await api.data('query ($id: ID!) { claims(filter: {source: [$id]}) { totalCount } }', {
      id: DEMO_IDS.SRC_B,
    });
    expect(before.claims.totalCount).toBeGreaterThan(0);

    await api.data(EXPUNGE, { id: DEMO_IDS.SRC_B });

    const after = await api.data(
      'query ($id: ID!) { source(id: $id) { id } claims(filter: {source: [$id]}) { totalCount } engagements { totalCount } }',
      { id: DEMO_IDS.SRC_B },
    );
    expect(after).toEqual({ source: null, claims: { totalCount: 0 }, engagements: { totalCount: 7 } });
    expect(await findings(api.database.writer)).toEqual([]);
  });

  test('can be asked of every record there is, one after the other', async () => {
    const roots: { id: string; type: string }[] = await api.database.writer.query(
      `SELECT id, type FROM record WHERE recorded_by = 'demo' AND type <> 'claim' ORDER BY id`,
    );
    expect(new Set(roots.map((root) => root.type)).size).toBe(8);
    for (const { id, type } of roots) {
      const [{ gone }] = await api.database.writer.query(
        'SELECT expunged_at IS NOT NULL AS gone FROM record WHERE id = $1',
        [id],
      );
      if (!gone) await api.data(EXPUNGE, { id: typeIdOf(type, id) });
    }

    expect(await findings(api.database.writer)).toEqual([]);
    const left = await api.data(
      '{ engagements { totalCount } agreements { totalCount } sources { totalCount } topics { slug } places { totalCount } contextEvents { totalCount } }',
    );
    expect(left).toEqual({
      engagements: { totalCount: 0 },
      agreements: { totalCount: 0 },
      sources: { totalCount: 0 },
      topics: [],
      places: { totalCount: 0 },
      contextEvents: { totalCount: 0 },
    });
  }, 60_000);
});
