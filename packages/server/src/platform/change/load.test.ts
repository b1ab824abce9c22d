import { Api } from '../../../test/harness/api';
import { freshTestDatabase } from '../../../test/harness/postgres/test-database';
import { projections } from '../../app/projections';
import { Name } from '../../features/record/name.entity';
import { Topic } from '../../features/topic/topic.entity';
import { fold } from '../fold';
import { importedId } from '../imported-id';
import { typeIdOf } from '../type-id';
import { Change } from './change';
import { Load } from './load';

let api: Api;
beforeAll(async () => {
  api = await Api.open(await freshTestDatabase());
});
afterAll(() => api.close());

const idOf = (key: string) => importedId('load', key);
const wire = (key: string) => typeIdOf('topic', idOf(key));

function topic(key: string, label: string): [typeof Topic, object] {
  return [Topic, { id: idOf(key), marking: 0, label, slug: `load-${key}` }];
}

function name(key: string, value: string, nth = 0): [typeof Name, object] {
  const id = idOf(`${key} name ${nth}`);
  return [
    Name,
    { id, recordId: idOf(key), ordinal: nth, marking: 0, value, folded: fold(value), kind: 'COMMON' },
  ];
}

function write(fill: (load: Load) => void): Promise<void> {
  const load = new Load();
  fill(load);
  const change = new Change(api.database.writer, api.database.catalog, projections);
  return change.run({ field: 'load', args: {}, by: 'load', isBulk: true }, (tx) => load.into(tx));
}

const stand = (key: string, label: string, isChanged = false) =>
  write((load) => {
    load.put('topic', idOf(key), 0);
    load.add(...topic(key, label), isChanged);
    load.add(...name(key, label), isChanged);
  });

const seen = async (key: string) =>
  (
    await api.data('query ($id: TopicRef!) { topic(ref: $id) { label version names { value } } }', {
      id: wire(key),
    })
  ).topic;

describe('A load', () => {
  test('records what is not there, and says nothing when it is said again', async () => {
    await stand('new', 'fisheries');
    const before = await api.database.writer.query('SELECT count(*) FROM event_outbox');
    await stand('new', 'fisheries');

    expect(await seen('new')).toEqual({ label: 'fisheries', version: 1, names: [{ value: 'fisheries' }] });
    expect(await api.database.writer.query('SELECT count(*) FROM event_outbox')).toEqual(before);
  });

  test('leaves alone what somebody corrected, unless it says itself that it was changed', async () => {
    await stand('corrected', 'aviaton');
    await api.data(
      'mutation ($id: ID!) { amendTopic(id: $id, expectedVersion: 1, input: { names: [{ value: "aviation" }] }) { version } }',
      { id: wire('corrected') },
    );
    await stand('corrected', 'aviaton');
    expect(await seen('corrected')).toMatchObject({ label: 'aviation', version: 2 });

    await stand('changed', 'trade');
    await stand('changed', 'trade in goods', true);
    expect(await seen('changed')).toEqual({
      label: 'trade in goods',
      version: 2,
      names: [{ value: 'trade in goods' }],
    });
  });

  test('adds parts to a record that is there, and withdraws those that are gone', async () => {
    await stand('grows', 'energy');
    await write((load) => {
      load.put('topic', idOf('grows'), 0);
      load.add(...name('grows', 'power', 1));
    });
    expect(await seen('grows')).toMatchObject({
      version: 2,
      names: [{ value: 'energy' }, { value: 'power' }],
    });

    await write((load) => {
      load.put('topic', idOf('grows'), 0);
      load.retract(Name, idOf('grows name 0'), idOf('grows'));
    });
    expect(await seen('grows')).toEqual({ label: 'power', version: 3, names: [{ value: 'power' }] });
  });

  test('makes what must be there only where it is not, and once however often it is asked for', async () => {
    let made = 0;
    const ensure = () =>
      write((load) => {
        for (let nth = 0; nth < 3; nth++)
          load.ensure('topic', idOf('ensured'), 0, () => {
            made += 1;
            return [topic('ensured', 'water'), name('ensured', 'water')];
          });
      });
    await ensure();
    await ensure();

    expect(made).toBe(1);
    expect(await seen('ensured')).toMatchObject({ label: 'water', version: 1 });
  });

  test('hands over what only needs to be there, and keeps what it writes itself', () => {
    const load = new Load();
    load.ensure('topic', idOf('shared'), 0, () => [topic('shared', 'shared')]);
    load.ensure('topic', idOf('both'), 0, () => [topic('both', 'both')]);
    load.put('topic', idOf('both'), 0);

    expect(load.apart()?.recordIds).toEqual([idOf('shared')]);
    expect(load.recordIds).toEqual([idOf('both')]);
    expect(load.apart()).toBeNull();
  });

  test('does not bring back what was erased or withdrawn', async () => {
    await stand('erased', 'a secret');
    await api.data('mutation ($id: ID!) { expunge(id: $id, reason: "by order of a court") }', {
      id: wire('erased'),
    });
    await stand('erased', 'a secret', true);
    await stand('withdrawn', 'an error');
    await api.data(
      'mutation ($id: ID!) { retract(id: $id, expectedVersion: 1, reason: "a mistake") { __typename } }',
      { id: wire('withdrawn') },
    );
    await stand('withdrawn', 'an error', true);

    expect(await seen('erased')).toBeNull();
    const [{ retracted_at }] = await api.database.writer.query(
      'SELECT retracted_at FROM topic WHERE id = $1',
      [idOf('withdrawn')],
    );
    expect(retracted_at).not.toBeNull();
  });

  test('tells subscribers of each record once', async () => {
    await api.sequence();
    await write((load) => {
      for (const key of ['one', 'two']) {
        load.put('topic', idOf(key), 0);
        load.add(...topic(key, key));
        load.add(...name(key, key));
      }
    });

    expect(await api.sequence()).toBe(2);
  });
});
