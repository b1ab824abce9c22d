import { createClient } from 'graphql-ws';
import type { Failure } from './failure';
import { cursorIn, type LiveOperation, resumed } from './resumed';

interface Observer {
  next(answer: object): void;
  complete(): void;
}

const SHORTEST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 10_000;

/** What the server closes a socket with when to come back would change nothing. */
const isFinal = (code: number) => code >= 4000 && code !== 4408;

/**
 * Runs a subscription over a socket of its own, so that the headers are those of the editor as it was run.
 * When the socket is lost it comes back after the last cursor it has seen; the library would ask as it did first.
 */
export function liveAnswer(
  endpoint: string,
  operation: LiveOperation,
  headers: Record<string, string>,
  report: (failure: Failure | null) => void,
) {
  return {
    subscribe(observer: Observer) {
      let stop = () => {};
      let isStopped = false;
      let cursor: string | null = null;
      let waitMs = SHORTEST_WAIT_MS;

      function open(): void {
        const client = createClient({
          url: endpoint.replace(/^http/, 'ws'),
          connectionParams: { headers },
          retryAttempts: 0,
          on: {
            connected() {
              waitMs = SHORTEST_WAIT_MS;
              report(null);
            },
          },
        });
        client.subscribe(cursor === null ? operation : resumed(operation, cursor), {
          next(answer) {
            cursor = cursorIn(answer.data) ?? cursor;
            observer.next(answer);
          },
          error: lost,
          complete: end,
        });
        stop = () => void client.dispose();
      }

      function lost(error: unknown): void {
        if (isStopped) return;
        const answer = answerOf(error);
        if (answer) {
          observer.next(answer);
          end();
          return;
        }
        report(brokenOff(endpoint, cursor !== null));
        const timer = setTimeout(open, waitMs * (0.5 + Math.random()));
        waitMs = Math.min(2 * waitMs, LONGEST_WAIT_MS);
        stop = () => clearTimeout(timer);
      }

      function end(): void {
        if (isStopped) return;
        isStopped = true;
        observer.complete();
      }

      open();
      return {
        unsubscribe() {
          isStopped = true;
          stop();
          report(null);
        },
      };
    },
  };
}

/** What the server says of the operation, or of whoever asks; null where it says nothing for good. */
function answerOf(error: unknown): { errors: readonly object[] } | null {
  if (Array.isArray(error)) return { errors: error };
  const { code, reason } = error as Partial<CloseEvent>;
  if (code !== undefined && isFinal(code))
    return { errors: [{ message: reason || `The server closed the stream with ${code}.` }] };
  return null;
}

function brokenOff(endpoint: string, hasCursor: boolean): Failure {
  return {
    title: `The stream from ${endpoint} broke off.`,
    advice: hasCursor
      ? 'It goes on where it stopped as soon as the server answers.'
      : 'It goes on as soon as the server answers; select the cursor, and it goes on where it stopped.',
    recovers: true,
  };
}
