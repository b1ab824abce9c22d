import type { Fetcher } from '@graphiql/toolkit';

/** Why no GraphQL answer came, in words for the reader of the page. */
export interface Failure {
  title: string;
  advice: string;
}

/** Relative to the page, as its assets are. */
export const endpoint = new URL('graphql', document.baseURI).href;

/**
 * Sends an operation and returns its answer. Errors inside an answer are the answer's own;
 * only a missing one is reported as a failure, and the next answer takes the failure back.
 */
export function createFetcher(report: (failure: Failure | null) => void): Fetcher {
  return async (operation, options) => {
    try {
      const answer = await answerTo(operation, options?.headers);
      report(null);
      return answer;
    } catch (error) {
      if (error instanceof NoAnswer) report(error.failure);
      throw error;
    }
  };
}

class NoAnswer extends Error {
  constructor(readonly failure: Failure) {
    super(`${failure.title} ${failure.advice}`);
  }
}

async function answerTo(operation: object, headers?: Record<string, string>) {
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json, application/json', ...headers },
    body: JSON.stringify(operation),
  }).catch(() => {
    throw new NoAnswer({
      title: `No server answers at ${endpoint}.`,
      advice: 'Look whether it still runs in its terminal; start it again with “npx --yes pnpm@10 start”.',
    });
  });
  return response.json().catch(() => {
    throw new NoAnswer({
      title: `${endpoint} answered ${response.status} ${response.statusText}, but not in JSON.`.replace(' ,', ','),
      advice: 'Something other than Entente may be listening there, or a proxy in between refuses the request.',
    });
  });
}
