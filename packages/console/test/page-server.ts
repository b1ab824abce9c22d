import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { buildSchema, graphql } from 'graphql';

const policy =
  /^Content-Security-Policy: (.+)$/m.exec(readFileSync(join(__dirname, '../README.md'), 'utf8'))?.[1] ?? '';
const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
};

/** What the page sees of a server: its policy, its files, a schema, and an answer that names the operation. */
export interface PageServer {
  url: string;
  operations: { name: string; authorization?: string }[];
  stop(): Promise<void>;
}

export async function servePage(directory: string, port = 0): Promise<PageServer> {
  const operations: PageServer['operations'] = [];
  const server = createServer(async (request, response) => {
    if (request.url === '/graphql') await answer(request, response, operations);
    else await sendFile(join(directory, request.url === '/' ? 'index.html' : String(request.url)), response);
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return { url, operations, stop: () => stop(server) };
}

const schema = buildSchema(`
  type Query { "All engagements." engagements(first: Int): [String!]! }
  type Mutation { recordEngagement(title: String!): String }
`);

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  operations: PageServer['operations'],
): Promise<void> {
  let body = '';
  for await (const chunk of request) body += chunk;
  const { query, operationName } = JSON.parse(body) as { query: string; operationName: string };
  response.setHeader('content-type', 'application/json');
  if (operationName === 'IntrospectionQuery') {
    response.end(JSON.stringify(await graphql({ schema, source: query })));
    return;
  }
  operations.push({ name: operationName, authorization: request.headers.authorization });
  response.end(JSON.stringify({ data: { answerTo: operationName } }));
}

async function sendFile(path: string, response: ServerResponse): Promise<void> {
  try {
    const file = await readFile(path);
    response
      .writeHead(200, {
        'content-type': types[extname(path)] ?? 'application/octet-stream',
        'content-security-policy': policy,
      })
      .end(file);
  } catch {
    response.writeHead(404).end();
  }
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
