import { resolve } from 'node:path';
import { OperatorError } from '../platform/operator-error';
import type { Limits } from './limits';
import { asInHeader, isLoopback } from './setting-value';
import { SETTINGS, type Setting, type SettingValues } from './settings';

export interface Config {
  port: number;
  host: string;
  databaseUrl: string | null;
  databasePool: number;
  dataDirectory: string;
  token: string | null;
  secret: string | null;
  allowedHosts: string[];
  corsOrigins: string[];
  demo: string;
  webhookPrivateAddresses: string;
  webhookWindow: number;
  logLevel: string;
  eventRetentionDays: number;
  limits: Limits;
  trialData: string;
}

/** A setting that is not allowed; the message names it and says what is. */
export class ConfigError extends OperatorError {
  override readonly name = 'ConfigError';
}

/** The same folder from `src/app` and from `dist/app`. */
const REPOSITORY = resolve(__dirname, '../../../..');

/** The only place that reads the environment. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const values = readValues(env);
  const { limits, rest } = limitsIn(values);
  refuseOpenDoor(values);
  return {
    ...rest,
    dataDirectory: env.ENTENTE_DATA
      ? resolve(values.dataDirectory)
      : resolve(REPOSITORY, values.dataDirectory),
    allowedHosts: withOwnName(values),
    corsOrigins: values.corsOrigins ?? [],
    limits,
    trialData: resolve(REPOSITORY, values.trialData),
  };
}

function limitsIn(values: SettingValues): { limits: Limits; rest: Omit<SettingValues, keyof Limits> } {
  const { bodyBytes, nesting, tokens, depth, aliases, cost, pageSize, deadlineMs, ...others } = values;
  const { socketSubscriptions, socketOperations, addressConnections, streams, ...rest } = others;
  const ofRequests = { bodyBytes, nesting, tokens, depth, aliases, cost, pageSize, deadlineMs };
  const ofStreams = { socketSubscriptions, socketOperations, addressConnections, streams };
  return { limits: { ...ofRequests, ...ofStreams }, rest };
}

function readValues(env: NodeJS.ProcessEnv): SettingValues {
  const entries = Object.entries<Setting>(SETTINGS).map(([key, setting]) => {
    // Empty is unset: compose files pass on variables that nobody gave.
    const text = env[setting.name]?.trim() || setting.fallback;
    return [key, text === null ? null : parse(setting, text)];
  });
  return Object.fromEntries(entries) as SettingValues;
}

function parse({ name, allowed, parse }: Setting, text: string): unknown {
  const value = parse(text);
  if (value !== undefined) return value;
  const isSecret = /TOKEN|SECRET|URL/.test(name);
  throw new ConfigError(`${name}${isSecret ? '' : `=${text}`} is not allowed: ${name} is ${allowed}`);
}

/** Whoever reaches the server may read what is CLEAR; beyond this machine, writing must not hang on a token nobody chose. */
function refuseOpenDoor({ host, token }: SettingValues): void {
  if (!isLoopback(host) && token === null)
    throw new ConfigError(
      `HOST=${host} is beyond this machine and needs ENTENTE_TOKEN: set it, or HOST to 127.0.0.1`,
    );
}

function withOwnName({ host, allowedHosts }: SettingValues): string[] {
  const isEveryAddress = host === '0.0.0.0' || host === '::';
  return isEveryAddress ? allowedHosts : [...new Set([...allowedHosts, asInHeader(host)])];
}
