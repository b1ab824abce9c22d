import { Api } from '../../../test/harness/api';
import { importing } from '../../../test/harness/importing';
import { TINY } from '../../../test/harness/tiny-dataset';

const HEAD = 'id,title,parent\n';

describe('an import', () => {
  let api: Api;
  beforeAll(async () => {
    api = await Api.open();
  });
  afterAll(() => api.close());

  test('writes what its rows say, refuses rows alone, and counts every row', async () => {
    const text = `${HEAD}a,Borders,\nb,Water,geo\nc,war,\nd,,\ne,one,two,three\nf,same,\n`;

    expect(await importing(api, TINY, text)).toMatchObject({
      status: 'COMPLETED',
      read: 6,
      accepted: 2,
      unchanged: 1,
      skipped: 1,
      rejected: 2,
    });
    expect(await importing(api, TINY, text)).toMatchObject({
      read: 6,
      accepted: 0,
      unchanged: 3,
      skipped: 1,
      rejected: 2,
    });
  });
});
