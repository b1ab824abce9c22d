import { Api } from '../harness/api';
import { freshTestDatabase } from '../harness/postgres/test-database';
import * as warned from './warned';

let api: Api;
beforeAll(async () => {
  api = await Api.open(await freshTestDatabase());
});
afterAll(() => api.close());

const warningsOf = (id: string, clearance?: number) => warned.warningsOf(api, id, clearance);
const codesOf = (id: string, clearance?: number) => warned.codesOf(api, id, clearance);
const mark = (table: string, id: string) => warned.mark(api, table, id);
const uuid = (table: string, where: string) => warned.uuid(api, table, where);

describe('an agreement', () => {
  const agreement = (actions: object[], more: object = {}) =>
    api.given.agreement({ title: 'A treaty', parties: [{ actor: 'QA' }, { actor: 'IQ' }], actions, ...more });

  test('warns if it was in force before it was first signed', async () => {
    const id = await agreement([
      { kind: 'ENTRY_INTO_FORCE', on: { edtf: '2015' } },
      { kind: 'SIGNATURE', party: 'QA', on: { text: 'in May 2016', edtf: '2016-05' } },
      { kind: 'SIGNATURE', party: 'IQ', on: { edtf: '2017' } },
    ]);

    expect(await warningsOf(id)).toEqual([
      {
        code: 'IN_FORCE_BEFORE_SIGNATURE',
        message: 'In force 2015, before it was first signed, in May 2016',
        field: 'actions',
      },
    ]);
  });

  test('does not if it may have been signed before: the dates overlap, or one is not known', async () => {
    const inForce = { kind: 'ENTRY_INTO_FORCE', on: { edtf: '2015-06' } };

    for (const on of [{ edtf: '2015' }, { edtf: '2014' }, { text: 'long after' }])
      expect(await codesOf(await agreement([inForce, { kind: 'SIGNATURE', party: 'QA', on }]))).toEqual([]);
    expect(
      await codesOf(
        await agreement([inForce, { kind: 'SIGNATURE' }, { kind: 'SIGNATURE', on: { edtf: '2017' } }]),
      ),
    ).toEqual([]);
    expect(await codesOf(await agreement([inForce]))).toEqual([]);
  });

  test('takes the day of effect before the day of the action', async () => {
    const signed = { kind: 'SIGNATURE', on: { edtf: '2016' } };

    expect(
      await codesOf(
        await agreement([
          signed,
          { kind: 'ENTRY_INTO_FORCE', on: { edtf: '2018' }, effectiveOn: { edtf: '2015' } },
        ]),
      ),
    ).toEqual(['IN_FORCE_BEFORE_SIGNATURE']);
  });

  test('warns of a party that ratified without having signed', async () => {
    const ratified = { kind: 'RATIFICATION', party: 'IQ', on: { edtf: '2016' } };

    expect(
      await warningsOf(await agreement([ratified, { kind: 'SIGNATURE', party: 'QA', on: { edtf: '2015' } }])),
    ).toEqual([
      {
        code: 'RATIFIED_WITHOUT_SIGNING',
        message: 'Iraq ratified it, 2016, without having signed',
        field: 'actions',
      },
    ]);
    expect(
      await codesOf(await agreement([ratified, { kind: 'SIGNATURE', party: 'IQ', on: { edtf: '2017' } }])),
    ).toEqual(['RATIFIED_WITHOUT_SIGNING']);
    expect(
      await codesOf(await agreement([ratified, { kind: 'SIGNATURE', party: 'IQ', on: { edtf: '2015' } }])),
    ).toEqual([]);
    expect(await codesOf(await agreement([ratified, { kind: 'SIGNATURE', on: { edtf: '2015' } }]))).toEqual(
      [],
    );
    expect(await codesOf(await agreement([{ kind: 'ACCESSION', party: 'IQ' }]))).toEqual([]);
  });

  test('that is bilateral warns of other than two sides', async () => {
    const of = (parties: object[]) => agreement([], { ambit: 'BILATERAL', parties });

    expect(await warningsOf(await of([{ actor: 'QA' }, { actor: 'IQ' }, { actor: 'FR' }]))).toEqual([
      { code: 'NOT_TWO_SIDES', message: 'Bilateral, with 3 sides: Qatar, Iraq, France', field: 'parties' },
    ]);
    expect(await warningsOf(await of([{ actor: 'QA' }]))).toMatchObject([
      { message: 'Bilateral, with one side: Qatar' },
    ]);
    expect(await codesOf(await of([{ actor: 'QA' }, { actor: 'IQ' }]))).toEqual([]);
    expect(
      await codesOf(
        await of([
          { actor: 'QA', side: 'A' },
          { actor: 'IQ', side: 'B' },
          { actor: 'FR', side: 'B' },
        ]),
      ),
    ).toEqual([]);
    expect(await codesOf(await agreement([], { parties: [{ actor: 'QA' }] }))).toEqual([]);
  });

  test('warns of a title of two thousand characters, as other titled records do', async () => {
    const title = 'x'.repeat(2_000);

    expect(await warningsOf(await agreement([], { title }))).toEqual([
      { code: 'LONG_TITLE', message: 'Its title has 2000 characters', field: 'title' },
    ]);
    expect(await codesOf(await api.given.engagement({ title }))).toEqual(['LONG_TITLE']);
    expect(await codesOf(await api.given.source({ title }))).toEqual(['LONG_TITLE']);
    expect(await codesOf(await api.given.engagement({ title: title.slice(1) }))).toEqual([]);
  });

  test('says nothing of what a reader may not see', async () => {
    const id = await agreement([
      { kind: 'ENTRY_INTO_FORCE', on: { edtf: '2015' } },
      { kind: 'SIGNATURE', on: { edtf: '2016' } },
      { kind: 'RATIFICATION', party: 'QA', on: { edtf: '2014' } },
    ]);
    expect(await codesOf(id, 0)).toEqual(['IN_FORCE_BEFORE_SIGNATURE', 'RATIFIED_WITHOUT_SIGNING']);

    for (const kind of ['ENTRY_INTO_FORCE', 'RATIFICATION'])
      await mark('agreement_action', await uuid('agreement_action', `kind = '${kind}'`));
    expect(await codesOf(id, 4)).toEqual(['IN_FORCE_BEFORE_SIGNATURE', 'RATIFIED_WITHOUT_SIGNING']);
    expect(await codesOf(id, 0)).toEqual([]);
  });

  test('can be asked for by its oddities', async () => {
    const { agreements } = await api.data(
      '{ agreements(filter: {warning: [NOT_TWO_SIDES]}) { totalCount } }',
    );

    expect(agreements.totalCount).toBe(2);
  });
});
