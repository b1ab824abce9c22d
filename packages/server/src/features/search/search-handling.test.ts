import { Api } from '../../../test/harness/api';
import { freshTestDatabase } from '../../../test/harness/postgres/test-database';
import { projections } from '../../app/projections';
import { Change } from '../../platform/change/change';
import { makeIdsBy, uuidOf } from '../../platform/type-id';
import { Name } from '../record/name.entity';
import { recordsFoundAmiss } from './search-recount.query';

const SEARCH = `query ($text: String!, $first: Int) {
  search(text: $text, first: $first) {
    edges { cursor node { record { id label } score excerpts { field before match after } } }
    totalCount pageInfo { hasNextPage endCursor } suggestions
  }
}`;
const MARKINGS = ['CLEAR', 'GREEN', 'AMBER', 'AMBER_STRICT', 'RED'];
const CLEARANCES = [0, 1, 2, 3, 4];
const RED = 4;

let api: Api;
beforeAll(async () => {
  api = await Api.open();
});
afterAll(() => api.close());

const search = async (clearance: number, text: string, on = api, first = 20) => {
  const { data, errors } = await on.read(clearance, SEARCH, { text, first });
  if (errors) throw new Error(JSON.stringify(errors));
  return data.search;
};
const found = async (clearance: number, text: string): Promise<string[]> =>
  (await search(clearance, text)).edges.map(
    ({ node }: { node: { record: { id: string } } }) => node.record.id,
  );
/** For each clearance, how many. */
const counts = (text: string) =>
  Promise.all(CLEARANCES.map(async (clearance) => (await search(clearance, text)).totalCount as number));

const change = async (
  field: string,
  type: string | null,
  id: string,
  input: object | null,
): Promise<void> => {
  const { node } = await api.data('query ($id: ID!) { node(id: $id) { ... on Record { version } } }', { id });
  const given = input ? `, input: $input` : ', reason: "A test of it"';
  await api.data(
    `mutation ($id: ID!, $v: Int!${type ? `, $input: ${type}!` : ''}) { ${field}(id: $id, expectedVersion: $v${given}) { id } }`,
    { id, v: node.version, ...(input ? { input } : {}) },
  );
};

describe('whoever may not see it', () => {
  test.each(MARKINGS)('finds no record that is marked %s', async (marking) => {
    const least = MARKINGS.indexOf(marking);
    const word = `Quandary${marking.replaceAll('_', '').toLowerCase()}`;
    const id = await api.given.engagement({ title: `${word} talks`, marking });

    for (const clearance of CLEARANCES)
      expect(await found(clearance, word)).toEqual(clearance >= least ? [id] : []);
    expect(await counts(word)).toEqual(CLEARANCES.map((clearance) => (clearance >= least ? 1 : 0)));
  });

  test.each(MARKINGS.slice(1))('finds a record by no name of it that is marked %s', async (marking) => {
    const least = MARKINGS.indexOf(marking);
    const word = `Alias${marking.replaceAll('_', '').toLowerCase()}`;
    const id = await api.given.person(`Open ${word.length}`);
    await nameMarked(id, `Vexilla ${word}`, least);

    for (const clearance of CLEARANCES) {
      const { edges, totalCount, suggestions } = await search(clearance, word);
      expect(totalCount).toBe(clearance >= least ? 1 : 0);
      expect(JSON.stringify(edges)).toEqual(clearance >= least ? expect.stringContaining(word) : '[]');
      expect(suggestions).toEqual([]);
      // The open name and the hidden one together.
      expect(await found(clearance, `Open ${word}`)).toEqual(clearance >= least ? [id] : []);
      const typo = (await search(clearance, word.replace('Alias', 'Allias'))).suggestions;
      expect(typo.filter((each: string) => each.endsWith(word))).toEqual(
        clearance >= least ? [`Vexilla ${word}`] : [],
      );
    }
  });

  test('is shown no excerpt of what is hidden in a record that it finds', async () => {
    const id = await api.given.person('Harlequin Open');
    await nameMarked(id, 'Harlequin Hidden', RED);

    const texts = async (clearance: number) =>
      (await search(clearance, 'harlequin')).edges[0].node.excerpts.map(
        ({ match, after }: { match: string; after: string }) => match + after,
      );
    expect(await texts(0)).toEqual(['Harlequin Open']);
    expect(await texts(RED)).toEqual(['Harlequin Open', 'Harlequin Hidden']);
  });

  test('has no right to the tables that hold it', async () => {
    const names = ['clear', 'green', 'amber', 'amber_strict', 'red'];
    for (const clearance of CLEARANCES)
      for (const [marking, name] of names.entries()) {
        const reading = api.database.reader(clearance).query(`SELECT FROM search_document_${name}`);
        if (marking <= clearance) await expect(reading).resolves.toBeDefined();
        else await expect(reading).rejects.toThrow('permission denied');
      }
  });

  /** As an editor would mark one spelling above its record. */
  async function nameMarked(record: string, value: string, marking: number): Promise<void> {
    const { recordName } = await api.data(
      'mutation ($record: RecordRef!, $input: NameInput!) { recordName(record: $record, input: $input) { id } }',
      { record, input: { value, kind: 'ALIAS' } },
    );
    const { writer, catalog } = api.database;
    await new Change(writer, catalog, projections).run(
      { field: 'a test', args: {}, by: 'test' },
      async (tx) => {
        await tx.open(uuidOf(record, 'actor', 'id'), null);
        const name = await tx.one(Name, uuidOf(recordName.id, 'name', 'id'));
        await tx.update(Name, [Object.assign(name as Name, { marking })]);
      },
    );
  }
});

describe('a record', () => {
  test('that is withdrawn is not found until it is reinstated', async () => {
    const id = await api.given.engagement({ title: 'Palimpsest' });
    await change('retract', null, id, null);
    expect(await counts('palimpsest')).toEqual([0, 0, 0, 0, 0]);
    await change('reinstate', null, id, null);
    expect(await counts('palimpsest')).toEqual([1, 1, 1, 1, 1]);
  });

  test('is not found by a name that is withdrawn', async () => {
    const id = await api.given.person('Obelisk Standing', {
      names: [{ value: 'Obelisk Standing' }, { value: 'Obelisk Fallen' }],
    });
    const { actor } = await api.data('query ($id: ActorRef!) { actor(ref: $id) { names { id } version } }', {
      id,
    });
    await api.data(
      'mutation ($id: ID!, $v: Int!) { retract(id: $id, expectedVersion: $v, reason: "A test of it") { id } }',
      { id: actor.names[1].id, v: actor.version },
    );

    expect(await Promise.all(['fallen', 'standing'].map((text) => found(0, text)))).toEqual([[], [id]]);
  });

  test('is found by what it says now, not by what it said', async () => {
    const id = await api.given.engagement({
      title: 'Ocelot',
      participations: [{ descriptor: 'cartographers' }],
    });
    await change('amendEngagement', 'EngagementInput', id, { title: 'Jaguar', participations: [] });

    expect(await Promise.all(['ocelot', 'cartographers', 'jaguar'].map((text) => found(0, text)))).toEqual([
      [],
      [],
      [id],
    ]);
  });

  test('that is marked anew is found by those who may see it, with what is said of it and about it', async () => {
    const source = await api.given.source({ title: 'Basilisk gazette', text: 'A basilisk was seen.' });
    const person = await api.given.person('Basilisk Keeper', { marking: 'AMBER' });
    await api.given.claim({
      source,
      statement: 'A basilisk is kept.',
      predicate: 'ASSESSMENT',
      targets: [{ record: person }],
      passages: [{ quote: 'A basilisk was seen.', start: 0, end: 20 }],
    });
    expect(await counts('basilisk')).toEqual([1, 1, 3, 3, 3]);
    await change('amendActor', 'ActorInput', person, { marking: 'CLEAR' });
    expect(await counts('basilisk')).toEqual([3, 3, 3, 3, 3]);
    await change('amendActor', 'ActorInput', person, { marking: 'RED' });
    expect(await counts('basilisk')).toEqual([1, 1, 1, 1, 3]);
    expect(await recordsFoundAmiss(api.database.writer)).toEqual([]);
    await change('amendActor', 'ActorInput', person, { marking: 'CLEAR' });
    expect(await counts('basilisk')).toEqual([3, 3, 3, 3, 3]);
    await change('amendSource', 'SourceInput', source, { marking: 'RED' });
    expect(await counts('basilisk')).toEqual([1, 1, 1, 1, 3]);
  });

  test('that is erased leaves no word of it behind, nor what pointed at it', async () => {
    const person = await api.given.person('Xanthippe Erased');
    const other = await api.given.person('Somebody Else');
    const source = await api.given.source({ title: 'On Xanthippe', text: 'Xanthippe spoke.' });
    await api.given.claim({
      source,
      statement: 'Xanthippe and somebody spoke.',
      predicate: 'ASSESSMENT',
      targets: [{ record: other }, { record: person }],
      passages: [{ quote: 'Xanthippe spoke.', start: 0, end: 16 }],
    });
    expect(await counts('xanthippe')).toEqual([3, 3, 3, 3, 3]);
    const expunge = 'mutation ($id: ID!) { expunge(id: $id, reason: "A court order") }';
    await api.data(expunge, { id: person });
    await api.data(expunge, { id: source });

    expect(await counts('xanthippe')).toEqual([0, 0, 0, 0, 0]);
    expect(await counts('erased')).toEqual([0, 0, 0, 0, 0]);
    for (const name of ['clear', 'green', 'amber', 'amber_strict', 'red'])
      expect(
        await api.database.writer.query(
          `SELECT FROM search_document_${name} WHERE words::text ILIKE '%xanthipp%' OR value ILIKE '%xanthipp%'
           UNION ALL SELECT FROM search_word_${name} WHERE word = 'xanthippe'`,
        ),
      ).toEqual([]);
  });
});

test('what is found after all this is what a recount finds', async () => {
  expect(await recordsFoundAmiss(api.database.writer)).toEqual([]);
});

test('two databases that differ only in what is RED are searched alike', async () => {
  const answers: string[] = [];
  for (const hasSecrets of [false, true]) {
    await api.close();
    await freshTestDatabase();
    api = await Api.open();
    const counters = { open: 0, red: 0 };
    let kind: 'open' | 'red' = 'open';
    // Open records have the same ids in both.
    makeIdsBy(() => {
      const at = ++counters[kind];
      return `0199${kind === 'open' ? '0' : 'f'}000-0000-7000-8000-${at.toString(16).padStart(12, '0')}`;
    });
    for (let at = 0; at < 40; at++) {
      kind = 'red';
      if (hasSecrets) {
        await api.given.person(`Mohammed Secret ${at}`, { marking: 'RED' });
        await api.given.engagement({ title: `Mohammed meets Lagrange ${at}`, marking: 'RED' });
      }
      kind = 'open';
      await api.given.person(at % 2 ? `Muhammad Open ${at}` : `Lagrange ${at}`);
      await api.given.engagement({ title: `Mohammed meets ${at}`, summary: 'Of Lagrange.' });
    }
    makeIdsBy();
    const texts = [
      'Mohammed',
      'Muhamad open',
      'lagrange',
      'meets',
      'moh',
      'Secret',
      'Lagrnage',
      'Muhmmad Secrte',
    ];
    const pages = await Promise.all(
      [0, 3].flatMap((clearance) => texts.map((text) => search(clearance, text, api, 7))),
    );
    answers.push(JSON.stringify(pages));
    expect((await search(RED, 'Secret')).totalCount).toBe(hasSecrets ? 40 : 0);
  }

  expect(answers[1]).toBe(answers[0]);
});
