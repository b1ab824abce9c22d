import { fold } from '../../platform/fold';
import { type DateFacts, dateGround } from './date-likeness.rule';
import {
  bothOf,
  type Comparison,
  chanceOf,
  type Facts,
  type Ground,
  type Keys,
  once,
  shortened,
} from './likeness.rule';

export interface SourceFacts extends Facts {
  kind: string;
  title: string | null;
  url: string | null;
  content_hash: string | null;
  published: DateFacts;
  publisher: { id: string; label: string } | null;
  /** Sources that it repeats: a reprint is another source. */
  repeats: string[];
}

/** Each is a chance to be one; together they leave open what all of them leave open. */
const WEIGHTS = {
  url: 0.9,
  hash: 0.95,
  title: 0.45,
  publisher: 0.3,
  published: { day: 0.4, week: 0.25, month: 0.15, year: 0.05, yearless: 0.05, possible: 0, unknown: 0 },
};

const STATEMENT = `
  SELECT s.id, s.marking, s.kind, s.title, s.url, s.content_hash,
         jsonb_build_object('text', s.published_text, 'edtf', s.published_edtf, 'earliest', s.published_earliest::text, 'latest', s.published_latest::text) AS published,
         (SELECT jsonb_build_object('id', a.id, 'label', a.label) FROM actor a WHERE a.id = s.publisher_id) AS publisher,
         (SELECT coalesce(jsonb_agg(c.cites_id), '[]') FROM source_citation c WHERE c.record_id = s.id AND c.retracted_at IS NULL) AS repeats
    FROM unnest($1::uuid[]) AS asked(id) JOIN source s ON s.id = asked.id WHERE s.marking = $2 AND s.retracted_at IS NULL`;

/** What is added to addresses to see where readers come from. */
const TRACKING = /^(utm_\w+|fbclid|gclid|mc_[ce]id|ref|ref_src|cmpid|ocid|smid)$/i;

/** One writing of an address that is written in several ways. */
export function plainUrl(url: string): string {
  let parsed: URL;
  try {
    parsed = new URL(url);
  } catch {
    return url.trim().toLowerCase();
  }
  const host = parsed.host.replace(/^(www|m|amp|mobile)\./, '');
  const query = [...parsed.searchParams]
    .filter(([name]) => !TRACKING.test(name))
    .map(([name, value]) => `${name}=${value}`)
    .sort();
  const path = parsed.pathname.replace(/\/(amp|index\.html?)?\/*$/, '').replace(/\/+$/, '');
  return `${host}${path}${query.length > 0 ? `?${query.join('&')}` : ''}`;
}

const folded = once(({ title }: SourceFacts) => (title === null ? null : fold(title)));
const address = once(({ url }: SourceFacts) => (url === null ? null : plainUrl(url)));

export const sources: Comparison<SourceFacts> = {
  type: 'source',
  statement: STATEMENT,
  weigh: chanceOf,
  keysOf(facts): Keys {
    const { content_hash, published, publisher } = facts;
    const words = folded(facts) ?? '';
    const keys = [
      ...(address(facts) === null ? [] : [`url ${address(facts)}`]),
      ...(content_hash === null ? [] : [`text ${content_hash}`]),
      ...(words === '' ? [] : [`title ${words} ${published.edtf ?? ''}`]),
      ...(words === '' || publisher === null ? [] : [`title ${words} of ${publisher.id}`]),
    ];
    return { holds: keys, seeks: keys };
  },
  grounds(one, other): Ground[] | null {
    if (one.kind !== other.kind) return null;
    if (one.repeats.includes(other.id) || other.repeats.includes(one.id)) return null;
    const isSameUrl = address(one) !== null && address(one) === address(other);
    const ofOthers =
      one.publisher !== null && other.publisher !== null && one.publisher.id !== other.publisher.id;
    // Two outlets that print one text are two sources.
    if (ofOthers && !isSameUrl) return null;
    const published = dateGround(one.published, other.published, WEIGHTS.published);
    const grounds: Ground[] = [];
    if (isSameUrl)
      grounds.push({ weight: WEIGHTS.url, reason: `same URL: ${shortened(String(address(one)), 200)}` });
    if (one.content_hash !== null && one.content_hash === other.content_hash)
      grounds.push({ weight: WEIGHTS.hash, reason: `same text, by its SHA-256: ${one.content_hash}` });
    // A series has one title and many days.
    if (grounds.length === 0 && published === null) return null;
    if (one.title !== null && other.title !== null && folded(one) === folded(other))
      grounds.push({ weight: WEIGHTS.title, reason: `same title: ${bothOf(one.title, other.title)}` });
    if (one.publisher !== null && one.publisher.id === other.publisher?.id)
      grounds.push({
        weight: WEIGHTS.publisher,
        reason: `same publisher: ${one.publisher.label}`,
        restsOn: [one.publisher.id],
      });
    return published === null ? grounds : [...grounds, published];
  },
};
