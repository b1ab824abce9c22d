import type { Facets, Known, LogEntry } from './log-entry.rule';

type Told = Pick<LogEntry, 'recordId' | 'recordType' | 'change'>;

/** A filter ready to be asked of many events. Pure: what it names was looked up when it was made. */
export interface Matcher {
  /** Whether the record, in the state that these facets are of, is wanted by a clearance. */
  matches(entry: Told, facets: Facets, clearance: number): boolean;
  /** Keys of which an event carries at least one if it matches before or after; null: any event may match. */
  readonly anchors: ReadonlySet<string> | null;
}

export const EVERYTHING: Matcher = { matches: () => true, anchors: null };

/** What is unknown is not so: the opposite of a condition holds wherever the condition does not. */
export function notMatching(matcher: Matcher): Matcher {
  return { matches: (...asked) => !matcher.matches(...asked), anchors: null };
}

export function allMatching(matchers: readonly Matcher[]): Matcher {
  if (matchers.length === 1) return matchers[0] as Matcher;
  const anchored = matchers.flatMap(({ anchors }) => (anchors === null ? [] : [anchors]));
  return {
    matches: (...asked) => matchers.every((each) => each.matches(...asked)),
    anchors: anchored.reduce<ReadonlySet<string> | null>(
      (best, each) => (best === null || breadthOf(each) < breadthOf(best) ? each : best),
      null,
    ),
  };
}

export function anyMatching(matchers: readonly Matcher[]): Matcher {
  if (matchers.length === 1) return matchers[0] as Matcher;
  return {
    matches: (...asked) => matchers.some((each) => each.matches(...asked)),
    anchors: matchers.some(({ anchors }) => anchors === null)
      ? null
      : new Set(matchers.flatMap(({ anchors }) => [...(anchors ?? [])])),
  };
}

/** Of what the event is about, whatever state the record was in. */
export function ofEvent(kind: 'type' | 'record' | 'change', values: readonly string[]): Matcher {
  const wanted = new Set(values);
  const property = ({ type: 'recordType', record: 'recordId', change: 'change' } as const)[kind];
  return {
    matches: (entry) => wanted.has(entry[property]),
    anchors: keysFor(kind, values),
  };
}

/** With any of these ids, as far as the clearance knows them to belong there. */
export function known(kind: 'actor' | 'topic' | 'source' | 'publisher', ids: readonly string[]): Matcher {
  const property = (
    { actor: 'actors', topic: 'topics', source: 'sources', publisher: 'publishers' } as const
  )[kind];
  return {
    matches: (_, facets, clearance) => ids.some((id) => isKnown(facets[property], id, clearance)),
    anchors: keysFor(kind, ids),
  };
}

export function levelAtLeast(least: number): Matcher {
  const levels = upTo(least);
  return {
    matches: (_, facets, clearance) => levels.some((level) => isKnown(facets.levels, level, clearance)),
    anchors: keysFor('level', levels),
  };
}

export function ofKind(kinds: readonly string[]): Matcher {
  const wanted = new Set(kinds);
  return {
    matches: (_, { kind }) => kind !== undefined && wanted.has(kind),
    anchors: keysFor('kind', kinds),
  };
}

export function ofStatus(statuses: readonly string[]): Matcher {
  const wanted = new Set(statuses);
  return {
    matches: (_, facets, clearance) => wanted.has(facets.statuses?.[clearance] ?? ''),
    anchors: keysFor('status', statuses),
  };
}

export function credibilityAtLeast(least: number): Matcher {
  return {
    matches: (_, { credibility }) => credibility !== undefined && credibility <= least,
    anchors: keysFor('credibility', upTo(least)),
  };
}

/** Every key that an event carries, in the record's state before or after. One may come twice. */
export function* keysOf(entry: LogEntry): Iterable<string> {
  yield `record:${entry.recordId}`;
  yield `type:${entry.recordType}`;
  yield `change:${entry.change}`;
  for (const facets of [entry.before, entry.after]) {
    if (facets === null) continue;
    for (const id in facets.actors) yield `actor:${id}`;
    for (const id in facets.topics) yield `topic:${id}`;
    for (const id in facets.sources) yield `source:${id}`;
    for (const id in facets.publishers) yield `publisher:${id}`;
    for (const level in facets.levels) yield `level:${level}`;
    if (facets.kind !== undefined) yield `kind:${facets.kind}`;
    if (facets.credibility !== undefined) yield `credibility:${facets.credibility}`;
    for (const status of new Set(facets.statuses)) yield `status:${status}`;
  }
}

/** How many events carry such a key, roughly: the rarest sort first. */
const BREADTH = [
  'record',
  'source',
  'publisher',
  'actor',
  'topic',
  'status',
  'level',
  'credibility',
  'kind',
  'type',
  'change',
];

function breadthOf(anchors: ReadonlySet<string>): number {
  let breadth = 0;
  for (const key of anchors) breadth += 10 ** (BREADTH.indexOf(key.slice(0, key.indexOf(':'))) / 2);
  return breadth;
}

function keysFor(kind: string, values: readonly string[]): ReadonlySet<string> {
  return new Set(values.map((value) => `${kind}:${value}`));
}

function isKnown(ids: Known | undefined, id: string, clearance: number): boolean {
  const marking = ids?.[id];
  return marking !== undefined && marking <= clearance;
}

function upTo(least: number): string[] {
  return Array.from({ length: least }, (_, index) => String(index + 1));
}
