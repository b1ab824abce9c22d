import type { AddressInfo } from 'node:net';
import type { ExecutionArgs, ExecutionResult, GraphQLError } from 'graphql';
import { parse } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { type WebSocket, WebSocketServer } from 'ws';
import { ScriptedServer } from './scripted-server';

export type Play = (args: ExecutionArgs, socket: WebSocket) => AsyncIterable<ExecutionResult>;

/** The reference server of graphql-transport-ws, which plays what a test says; it answers GraphQL by HTTP, too. */
export class SocketServer {
  readonly inits: unknown[] = [];
  readonly asked: Record<string, unknown>[] = [];
  readonly protocols: string[] = [];
  readonly pings: number[] = [];
  /** Called before a connection is accepted; what it throws or closes refuses it. */
  admit: (payload: Record<string, unknown>, socket: WebSocket) => boolean = () => true;
  play: Play = async function* () {};
  /** Said in a message of type `error` instead. */
  refusal: GraphQLError | undefined;

  private constructor(
    private readonly http: ScriptedServer,
    private readonly sockets: WebSocketServer,
  ) {}

  static async start(): Promise<SocketServer> {
    const http = await ScriptedServer.start();
    http.script = () => ({ data: { events: { head: 'head', oldest: 'oldest' } } });
    const sockets = new WebSocketServer({ port: 0, host: '127.0.0.1', path: '/graphql' });
    await new Promise((ready) => sockets.once('listening', ready));
    const server = new SocketServer(http, sockets);
    useServer<Record<string, unknown>, { socket: WebSocket }>(
      {
        onConnect: ({ connectionParams = {}, extra: { socket } }) => {
          server.inits.push(connectionParams);
          server.protocols.push(socket.protocol);
          return server.admit(connectionParams, socket);
        },
        onSubscribe: ({ extra: { socket } }, _id, { query, variables }) => {
          server.asked.push(variables ?? {});
          if (server.refusal) return [server.refusal];
          return {
            schema: undefined as never,
            document: parse(query),
            variableValues: variables,
            contextValue: socket,
          };
        },
        validate: () => [],
        subscribe: ((args: ExecutionArgs) => server.play(args, args.contextValue as WebSocket)) as never,
      },
      sockets,
    );
    return server;
  }

  get url(): string {
    return this.http.url;
  }

  get socketUrl(): string {
    return `ws://127.0.0.1:${(this.sockets.address() as AddressInfo).port}/graphql`;
  }

  get connections(): number {
    return this.sockets.clients.size;
  }

  reset(play: Play): void {
    this.inits.length = this.asked.length = this.protocols.length = 0;
    this.admit = () => true;
    this.refusal = undefined;
    this.play = play;
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets.clients) socket.terminate();
    await new Promise((closed) => this.sockets.close(closed));
    await this.http.stop();
  }
}
