import type { Fetcher, FetcherParams } from '@graphiql/toolkit';
import { getOperationAST, parse } from 'graphql';
import type { Failure } from './failure';
import { liveAnswer } from './live-answer';

/** Relative to the page, as its assets are. */
const endpoint = new URL('graphql', document.baseURI).href;

/**
 * Sends an operation and returns its answer, or of a subscription its answers as they come. Errors inside an answer are the answer's own;
 * only a missing one is reported as a failure, and the next answer takes the failure back.
 */
export function createFetcher(report: (failure: Failure | null) => void): Fetcher {
  return async (operation, options) => {
    if (isSubscription(operation)) return liveAnswer(endpoint, operation, options?.headers ?? {}, report);
    try {
      const answer = await answerTo(operation, options?.headers);
      report(null);
      return answer;
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error;
      report(error.failure);
      // As an answer, because GraphiQL would show the stack of an exception.
      return { errors: [{ message: error.message }] };
    }
  };
}

function isSubscription({ query, operationName }: FetcherParams): boolean {
  try {
    return getOperationAST(parse(query), operationName)?.operation === 'subscription';
  } catch {
    // What cannot be parsed is the server's to explain.
    return false;
  }
}

class NoAnswer extends Error {
  constructor(readonly failure: Failure) {
    super(`${failure.title} ${failure.advice}`);
  }
}

async function answerTo(operation: object, headers?: Record<string, string>) {
  // Apart from `fetch`, so that a malformed header is not taken for a silent server.
  const request = new Request(endpoint, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json, application/json',
      ...headers,
    },
    body: JSON.stringify(operation),
  });
  const response = await fetch(request).catch(() => {
    throw new NoAnswer({
      title: `No server answers at ${endpoint}.`,
      advice: 'Look whether it still runs in its terminal; start it again with “npx --yes pnpm@10 start”.',
    });
  });
  return response.json().catch(() => {
    throw new NoAnswer({
      title: `${endpoint} answered with status ${response.status}, but not in JSON.`,
      advice:
        'Something other than Entente may be listening there, or a proxy in between refuses the request.',
    });
  });
}
