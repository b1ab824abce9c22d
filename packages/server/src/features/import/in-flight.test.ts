import { setTimeout as wait } from 'node:timers/promises';
import { Load } from '../../platform/change/load';
import { InFlight, KnownRecords } from './in-flight.rule';

/** Work that ends when it is told to. */
function held() {
  let end: () => void = () => undefined;
  let fail: (error: unknown) => void = () => undefined;
  const done = new Promise<void>((resolve, reject) => {
    end = resolve;
    fail = reject;
  });
  return { work: () => done, end, fail };
}

async function isWaiting(promise: Promise<unknown>): Promise<boolean> {
  return (await Promise.race([promise.then(() => 'done'), wait(10, 'waiting')])) === 'waiting';
}

describe('transactions in flight', () => {
  test('run side by side where they share no record, so many at a time', async () => {
    const flight = new InFlight(2);
    const [one, two] = [held(), held()];
    for (const [id, { work }] of [
      ['a', one],
      ['b', two],
    ] as const) {
      await flight.admit([id]);
      flight.start([id], work);
    }
    const third = flight.admit(['c']);

    expect(await isWaiting(third)).toBe(true);
    one.end();
    await third;
    two.end();
    await flight.finish();
  });

  test('take turns where they share a record, however much room there is', async () => {
    const flight = new InFlight(3);
    const [first, other] = [held(), held()];
    flight.start(['a'], first.work);
    flight.start(['z'], other.work);
    const second = flight.admit(['b', 'a']);
    const ahead = flight.without(['a']);

    expect([...flight.busyWith(['b', 'a', 'z'])]).toEqual(['a', 'z']);
    expect(await isWaiting(second)).toBe(true);
    other.end();
    expect(await isWaiting(second)).toBe(true);
    expect(await isWaiting(ahead)).toBe(true);
    first.end();
    await Promise.all([second, ahead]);
    await flight.finish();
  });

  test('need no room for what is written ahead of them', async () => {
    const flight = new InFlight(1);
    const one = held();
    flight.start(['a'], one.work);

    await flight.without(['b']);
    expect(await isWaiting(flight.admit(['b']))).toBe(true);
    one.end();
    await flight.finish();
  });

  test('begin no more once one failed, and those that run are waited for', async () => {
    const flight = new InFlight(2);
    const [one, two] = [held(), held()];
    flight.start(['a'], one.work);
    flight.start(['b'], two.work);
    one.fail(new Error('broken'));
    await wait(1);

    await expect(flight.admit([])).rejects.toThrow('broken');
    const settled = flight.settle();
    expect(await isWaiting(settled)).toBe(true);
    two.end();
    await settled;
    await expect(flight.finish()).rejects.toThrow('broken');
  });
});

describe('records that are known to be there', () => {
  const needing = (...ids: string[]) => {
    const load = new Load();
    for (const id of ids) load.ensure('topic', id, 0, () => []);
    return load;
  };

  test('are not asked for again, but those that a load writes are', () => {
    const known = new KnownRecords();
    known.remember(['a', 'b']);
    const load = needing('a', 'c');
    load.put('topic', 'b', 0);
    known.spare(load);

    expect(load.recordIds.sort()).toEqual(['b', 'c']);
  });

  test('are forgotten when there are too many, those first that were needed longest ago', () => {
    const known = new KnownRecords(2);
    known.remember(['a', 'b']);
    known.spare(needing('a'));
    known.remember(['c']);
    const load = needing('a', 'b', 'c');
    known.spare(load);

    expect(load.recordIds).toEqual(['b']);
  });
});
