import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';

/** From dist/app/http and from src/app/http alike. */
const BUILT_BESIDE_THIS_PACKAGE = join(__dirname, '../../../../console/dist');

/** As packages/console/README.md asks: everything comes from this server; the editor writes its own style elements. */
const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const NOT_BUILT = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Entente</title>
<link rel="icon" href="data:,">
<h1>Entente is serving</h1>
<p>GraphQL is at <code>/graphql</code>. The console has not been built; run</p>
<pre>npx --yes pnpm@10 --filter @entente/console build</pre>
<p>and start the server again.</p>
</html>
`;

export interface ConsolePage {
  send(reply: FastifyReply): FastifyReply;
}

/** Serves the console's files below `/`, and the page itself wherever a browser asks for one. */
export async function serveConsole(
  app: FastifyInstance,
  directory = BUILT_BESIDE_THIS_PACKAGE,
): Promise<ConsolePage> {
  if (!existsSync(join(directory, 'index.html')))
    return {
      send: (reply) =>
        page(reply, "default-src 'none'; img-src data:; frame-ancestors 'none'").send(NOT_BUILT),
    };

  await app.register(fastifyStatic, {
    root: directory,
    index: false,
    cacheControl: false,
    dotfiles: 'ignore',
    preCompressed: true,
    setHeaders(reply, path) {
      // Vite puts a hash of the content into the names below assets/.
      const isHashed = path.startsWith(join(directory, 'assets'));
      reply.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
      // Workers take their policy from their own response, not from the page.
      reply.header('content-security-policy', PAGE_POLICY);
    },
  });
  return { send: (reply) => page(reply, PAGE_POLICY).sendFile('index.html') };
}

function page(reply: FastifyReply, policy: string): FastifyReply {
  return reply
    .type('text/html; charset=utf-8')
    .header('cache-control', 'no-cache')
    .header('vary', 'Accept, Origin')
    .header('content-security-policy', policy);
}
