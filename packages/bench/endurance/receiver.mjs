// The endpoints of webhooks: accepts what is signed with the endpoint's secret, once it is written down. May be killed at any time.
import { createServer } from 'node:http';
import { join } from 'node:path';
import { verifyWebhook } from '@entente/sdk/webhooks';
import { note } from './note.mjs';

process.once('message', ({ port, secrets, directory }) => {
  const server = createServer(async (request, response) => {
    try {
      const name = request.url.slice(1);
      const body = Buffer.concat(await request.toArray());
      const { data } = await verifyWebhook({ headers: request.headers, body }, secrets[name]);
      note(join(directory, `${name}.events`), {
        id: request.headers['webhook-id'],
        recordId: data.event.recordId,
        version: data.event.recordVersion,
        cursor: data.cursor,
      });
      response.writeHead(204).end();
    } catch (error) {
      // A body that was cut off in the middle is no delivery, and none of its sender's making.
      if (request.errored || error.code === 'ECONNRESET') return;
      console.error(error);
      process.exit(1);
    }
  });
  server.listen(port, '127.0.0.1');
});
process.once('disconnect', () => process.exit(0));
