/** Why a socket is closed; clients decide by it whether to come back. Those from 4400 on are the protocol's. */
export const CLOSE = {
  RESTART: 1012,
  OVERLOADED: 1013,
  BAD_MESSAGE: 4400,
  NOT_ACKNOWLEDGED: 4401,
  FORBIDDEN: 4403,
  SUBPROTOCOL: 4406,
  INIT_TIMEOUT: 4408,
  ID_TAKEN: 4409,
  TOO_MANY: 4429,
  INTERNAL: 4500,
} as const;

export type CloseCode = (typeof CLOSE)[keyof typeof CLOSE];

const LONGEST_REASON = 123;

/** A close frame has room for few bytes. */
export function reasonOf(text: string): string {
  let reason = text;
  while (Buffer.byteLength(reason) > LONGEST_REASON) reason = reason.slice(0, -1);
  return reason;
}

/** A breach of the protocol, for which the socket is closed. */
export class Violation extends Error {
  constructor(
    readonly code: CloseCode,
    reason: string,
  ) {
    super(reason);
  }
}
