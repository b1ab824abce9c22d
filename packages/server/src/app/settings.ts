import {
  directory,
  host,
  hosts,
  integer,
  oneOf,
  origins,
  postgresUrl,
  type SettingValue,
  secret,
} from './setting-value';

/** One environment variable: the parser and the documentation both come from here. */
export interface Setting<T = unknown> extends SettingValue<T> {
  name: string;
  /** What holds when it is not set; `null` where nothing does. */
  fallback: string | null;
  meaning: string;
}

function setting<T>(name: string, fallback: string, value: SettingValue<T>, meaning: string): Setting<T> {
  return { ...value, name, fallback, meaning };
}

function optional<T>(name: string, value: SettingValue<T>, meaning: string): Setting<T | null> {
  return { ...value, name, fallback: null, meaning };
}

export const SETTINGS = {
  port: setting('PORT', '4000', integer(0, 65_535), 'Port of the server; 0 takes any that is free.'),
  host: setting(
    'HOST',
    '127.0.0.1',
    host,
    'Address to listen on. Beyond this machine, `ENTENTE_TOKEN` must be set.',
  ),
  databaseUrl: optional(
    'DATABASE_URL',
    postgresUrl,
    'A PostgreSQL to use instead of the embedded one. Its user owns the tables; `migrate up` says if it may not make roles.',
  ),
  databasePool: setting(
    'DATABASE_POOL',
    '10',
    integer(1, 200),
    'Most connections at a time for each clearance that is asked for, and for writing. Connections open when needed.',
  ),
  dataDirectory: setting(
    'ENTENTE_DATA',
    '.entente',
    directory,
    'Directory of the embedded database and of what is made at the first start. The default lies in the repository.',
  ),
  token: optional(
    'ENTENTE_TOKEN',
    secret,
    'Bearer token for writing and for reading everything. Unset: made at the first start, kept in `ENTENTE_DATA`, printed by `start`.',
  ),
  secret: optional(
    'ENTENTE_SECRET',
    secret,
    'Secret of the installation, from which the passwords of its database roles, its cursors and the key to the secrets of webhooks derive. Unset: made at the first start, kept in `ENTENTE_DATA`. All servers of one database share it.',
  ),
  allowedHosts: setting(
    'ALLOWED_HOSTS',
    'localhost,127.0.0.1,[::1]',
    hosts,
    'Names by which the server may be called: a request with another `Host` is refused. A `HOST` that is one name or address is allowed too.',
  ),
  corsOrigins: optional(
    'CORS_ORIGINS',
    origins,
    'Web origins whose pages may call the API. Unset: none but its own.',
  ),
  demo: setting(
    'ENTENTE_DEMO',
    'yes',
    oneOf('yes', 'no'),
    'Whether an empty database is given the demo record at the start.',
  ),
  webhookPrivateAddresses: setting(
    'WEBHOOK_PRIVATE_ADDRESSES',
    'no',
    oneOf('yes', 'no'),
    'Whether webhooks may go to this machine and to private networks, and by http. Whoever may register one could then call what only this machine can reach.',
  ),
  webhookWindow: setting(
    'WEBHOOK_WINDOW',
    '8',
    integer(1, 64),
    'Most deliveries to one endpoint at a time, of different records. So many may come again after a crash of the server; with 1, one.',
  ),
  logLevel: setting(
    'LOG_LEVEL',
    'info',
    oneOf('fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'),
    'The least weighty kind of line in the log.',
  ),
  eventRetentionDays: setting(
    'EVENT_RETENTION_DAYS',
    '90',
    integer(1, 3_650),
    'How long the event log keeps an event. A cursor that is older has to begin anew.',
  ),
  bodyBytes: setting(
    'MAX_BODY_BYTES',
    '1000000',
    integer(1_000, 100_000_000),
    'Largest body of a request, in bytes.',
  ),
  nesting: setting(
    'MAX_NESTING',
    '50',
    integer(5, 500),
    'Deepest nesting of brackets in a query, counted before it is parsed.',
  ),
  tokens: setting('MAX_TOKENS', '5000', integer(100, 100_000), 'Most words and signs in a query.'),
  depth: setting(
    'MAX_DEPTH',
    '15',
    integer(3, 100),
    'Most levels of fields in a query; introspection has its own count.',
  ),
  aliases: setting('MAX_ALIASES', '30', integer(1, 1_000), 'Most aliases in a query.'),
  cost: setting(
    'MAX_COST',
    '5000',
    integer(100, 1_000_000),
    'Most records a query may come to touch, counted before it runs.',
  ),
  pageSize: setting('MAX_PAGE_SIZE', '100', integer(1, 1_000), 'Most records on a page of a connection.'),
  deadlineMs: setting(
    'DEADLINE_MS',
    '10000',
    integer(100, 600_000),
    'Longest time for a request, in milliseconds; its SQL is cancelled then.',
  ),
  socketSubscriptions: setting(
    'MAX_SOCKET_SUBSCRIPTIONS',
    '50',
    integer(1, 10_000),
    'Most subscriptions over one WebSocket.',
  ),
  socketOperations: setting(
    'MAX_SOCKET_OPERATIONS',
    '50',
    integer(1, 10_000),
    'Most queries and mutations at a time over one WebSocket.',
  ),
  addressConnections: setting(
    'MAX_ADDRESS_CONNECTIONS',
    '200',
    integer(1, 1_000_000),
    'Most WebSockets and streams of server-sent events from one address. Behind a proxy all come from its address.',
  ),
  streams: setting(
    'MAX_STREAMS',
    '20000',
    integer(1, 1_000_000),
    'Most streams of the server, and most connections for them.',
  ),
  trialData: setting(
    'ENTENTE_TRIAL_DATA',
    '../shared/data',
    directory,
    'For the tests only: folder with the texts of the articles. Seen from the repository.',
  ),
} satisfies Record<string, Setting>;

type Parsed<S> = S extends Setting<infer T> ? T : never;
export type SettingValues = { [K in keyof typeof SETTINGS]: Parsed<(typeof SETTINGS)[K]> };

/** The settings as a Markdown table, for the operator's guide. */
export function describeSettings(): string {
  const rows = Object.values<Setting>(SETTINGS).map(
    ({ name, fallback, allowed, meaning }) =>
      `| \`${name}\` | ${fallback === null ? '' : `\`${fallback}\``} | ${allowed} | ${meaning} |`,
  );
  return ['| name | default | allowed | meaning |', '|---|---|---|---|', ...rows].join('\n');
}
