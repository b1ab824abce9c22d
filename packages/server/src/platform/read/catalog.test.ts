import { Api } from '../../../test/harness/api';
import { Actor, Organization, State } from '../../features/actor/actor.entity';
import { Source } from '../../features/source/source.entity';

describe('the shapes of tables', () => {
  test('are put in order without losing any of several classes of one table', async () => {
    const api = await Api.open();
    const order = api.database.catalog.inOrder<object>([Source, State, Actor, Organization]);

    expect(order).toEqual([State, Actor, Organization, Source]);
    await api.close();
  });
});
