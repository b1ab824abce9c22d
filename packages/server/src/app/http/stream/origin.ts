import type { IncomingHttpHeaders } from 'node:http';

/**
 * Browsers open WebSockets and EventSources across sites without asking first, so the page's origin is
 * judged here: our own, whatever the scheme (a proxy may have taken TLS off), or one of CORS_ORIGINS.
 * What is no browser sends none. `Host` has been judged before.
 */
export function isForeignPage(headers: IncomingHttpHeaders, corsOrigins: readonly string[]): boolean {
  const { origin, host } = headers;
  if (origin === undefined) return isAcrossSites(headers);
  return !corsOrigins.includes(origin) && hostOf(origin) !== host?.toLowerCase();
}

/** An image or a script of a foreign page sends no Origin, but browsers say where the request comes from. */
function isAcrossSites({ 'sec-fetch-site': site }: IncomingHttpHeaders): boolean {
  return site === 'cross-site' || site === 'same-site';
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host || null : null;
}

export const FOREIGN_PAGE =
  'Pages of this origin may not open streams here; the operator lists origins in CORS_ORIGINS';
