export const STREAM_PATH = '/graphql/stream';
export const SOCKET_PATHS: ReadonlySet<string> = new Set(['/', '/graphql']);
