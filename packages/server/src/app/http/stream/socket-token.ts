import { DomainError } from '../../../platform/errors';
import { bearerTokenOf } from '../exchange';
import { isObject } from './operations';

/**
 * Browsers can set no header on a WebSocket, so the token comes with `connection_init`: beside the
 * protocol's other fields, or among `headers` as some clients send them; else with the upgrade.
 */
export function socketToken(payload: Record<string, unknown>, ofUpgrade: string | undefined): string | null {
  const headers = isObject(payload.headers) ? payload.headers : {};
  const authorization = authorizationIn(payload) ?? authorizationIn(headers) ?? ofUpgrade;
  if (authorization !== undefined && typeof authorization !== 'string')
    throw new DomainError('UNAUTHENTICATED', 'authorization must be a text: "Bearer" and a token');
  return bearerTokenOf({ authorization });
}

function authorizationIn(fields: Record<string, unknown>): unknown {
  const name = Object.keys(fields).find((key) => key.toLowerCase() === 'authorization');
  return name === undefined ? undefined : (fields[name] ?? undefined);
}
