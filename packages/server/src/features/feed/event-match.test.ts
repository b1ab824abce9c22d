import fc from 'fast-check';
import {
  allMatching,
  anyMatching,
  credibilityAtLeast,
  EVERYTHING,
  keysOf,
  known,
  levelAtLeast,
  type Matcher,
  notMatching,
  ofEvent,
  ofKind,
  ofStatus,
} from './event-match.rule';
import type { Facets, Known, LogEntry } from './log-entry.rule';

const IDS = ['a', 'b', 'c', 'd'];
const TYPES = ['engagement', 'agreement', 'claim'];
const CHANGES = ['RECORDED', 'AMENDED', 'RETRACTED'];
const KINDS = ['MEETING', 'VISIT'];
const STATUSES = ['SIGNED', 'IN_FORCE', 'TERMINATED'];
const LISTS = { actor: 'actors', topic: 'topics', source: 'sources', publisher: 'publishers' } as const;

const clearance = fc.integer({ min: 0, max: 4 });
const someOf = (values: readonly string[]) => fc.subarray([...values]);
const knownIds = (ids: readonly string[]): fc.Arbitrary<Known> =>
  fc.dictionary(fc.constantFrom(...ids), clearance);

const facets: fc.Arbitrary<Facets> = fc.record(
  {
    marking: clearance,
    isGone: fc.constant(true as const),
    actors: knownIds(IDS),
    topics: knownIds(IDS),
    kind: fc.constantFrom(...KINDS),
    levels: knownIds(['1', '2', '3', '4', '5', '6', '7']),
    statuses: fc.array(fc.constantFrom(...STATUSES), { minLength: 5, maxLength: 5 }),
    sources: knownIds(IDS),
    publishers: knownIds(IDS),
    credibility: fc.integer({ min: 1, max: 6 }),
  },
  { requiredKeys: ['marking'] },
);

const entry: fc.Arbitrary<LogEntry> = fc.record({
  seq: fc.constant(1),
  numbers: fc.constant([1, 1, 1, 1, 1]),
  id: fc.constant('e'),
  recordId: fc.constantFrom(...IDS),
  recordType: fc.constantFrom(...TYPES),
  version: fc.constant(1),
  change: fc.constantFrom(...CHANGES),
  marking: clearance,
  formerMarking: fc.constant(null),
  before: fc.option(facets, { nil: null }),
  after: facets,
  at: fc.constant(new Date(0)),
  by: fc.constant('editor'),
  publishedAt: fc.constant(new Date(0)),
});

/** A condition as a rule of its own beside the matcher that stands for it. */
interface Condition {
  matcher: Matcher;
  holds(entry: LogEntry, facets: Facets, clearance: number): boolean;
}

const leaf: fc.Arbitrary<Condition> = fc.oneof(
  fc.tuple(fc.constantFrom('actor', 'topic', 'source', 'publisher'), someOf(IDS)).map(([kind, ids]) => ({
    matcher: known(kind, ids),
    holds: (_: LogEntry, has: Facets, reader: number) =>
      Object.entries(has[LISTS[kind]] ?? {}).some(([id, marking]) => ids.includes(id) && marking <= reader),
  })),
  fc.integer({ min: 1, max: 7 }).map((least) => ({
    matcher: levelAtLeast(least),
    holds: (_: LogEntry, has: Facets, reader: number) =>
      Object.entries(has.levels ?? {}).some(
        ([level, marking]) => Number(level) <= least && marking <= reader,
      ),
  })),
  fc.integer({ min: 1, max: 6 }).map((least) => ({
    matcher: credibilityAtLeast(least),
    holds: (_: LogEntry, { credibility = 99 }: Facets) => credibility <= least,
  })),
  someOf(KINDS).map((kinds) => ({
    matcher: ofKind(kinds),
    holds: (_: LogEntry, { kind }: Facets) => kinds.includes(String(kind)),
  })),
  someOf(STATUSES).map((statuses) => ({
    matcher: ofStatus(statuses),
    holds: (_: LogEntry, has: Facets, reader: number) => statuses.includes(String(has.statuses?.[reader])),
  })),
  someOf(TYPES).map((types) => ({
    matcher: ofEvent('type', types),
    holds: ({ recordType }: LogEntry) => types.includes(recordType),
  })),
  someOf(IDS).map((ids) => ({
    matcher: ofEvent('record', ids),
    holds: ({ recordId }: LogEntry) => ids.includes(recordId),
  })),
  someOf(CHANGES).map((changes) => ({
    matcher: ofEvent('change', changes),
    holds: ({ change }: LogEntry) => changes.includes(change),
  })),
  fc.constant({ matcher: EVERYTHING, holds: () => true }),
  fc.constant({ matcher: anyMatching([]), holds: () => false }),
);

const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    leaf,
    fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map((all) => ({
      matcher: allMatching(all.map(({ matcher }) => matcher)),
      holds: (...asked: [LogEntry, Facets, number]) => all.every((each) => each.holds(...asked)),
    })),
    fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map((any) => ({
      matcher: anyMatching(any.map(({ matcher }) => matcher)),
      holds: (...asked: [LogEntry, Facets, number]) => any.some((each) => each.holds(...asked)),
    })),
    tie('condition').map((one) => ({
      matcher: notMatching(one.matcher),
      holds: (...asked: [LogEntry, Facets, number]) => !one.holds(...asked),
    })),
  ),
}));

test('a matcher matches where its conditions hold', () => {
  fc.assert(
    fc.property(condition, entry, clearance, (filter, event, reader) => {
      const asked = [event, event.after, reader] as const;
      expect(filter.matcher.matches(...asked)).toBe(filter.holds(...asked));
    }),
    { numRuns: 2_000 },
  );
});

test('an event that matches before or after carries an anchor key', () => {
  let anchored = 0;
  fc.assert(
    fc.property(condition, entry, clearance, ({ matcher }, event, reader) => {
      const { anchors } = matcher;
      const isWanted = [event.before, event.after].some(
        (state) => state !== null && matcher.matches(event, state, reader),
      );
      if (anchors === null || !isWanted) return;
      anchored++;
      expect([...keysOf(event)].some((key) => anchors.has(key))).toBe(true);
    }),
    { numRuns: 5_000 },
  );
  // Not for want of filters that have anchors.
  expect(anchored).toBeGreaterThan(100);
});

test('what is hidden from a reader cannot be found by asking for it', () => {
  fc.assert(
    fc.property(condition, entry, fc.constantFrom('x', 'y'), clearance, ({ matcher }, event, id, reader) => {
      const hidden = reader + 1;
      const withHidden: Facets = {
        ...event.after,
        actors: { ...event.after.actors, [id]: hidden },
        topics: { ...event.after.topics, [id]: hidden },
        sources: { ...event.after.sources, [id]: hidden },
        publishers: { ...event.after.publishers, [id]: hidden },
      };
      const asked = allMatching([
        matcher,
        anyMatching([known('actor', ['x', 'y']), known('topic', ['x', 'y'])]),
      ]);
      expect(asked.matches(event, withHidden, reader)).toBe(false);
      expect(matcher.matches(event, withHidden, reader)).toBe(matcher.matches(event, event.after, reader));
    }),
  );
});

test('of conditions that must all hold, the rarest is waited for', () => {
  const dyad = allMatching([ofEvent('type', ['engagement']), known('actor', ['qa']), ofKind(['MEETING'])]);

  expect(dyad.anchors).toEqual(new Set(['actor:qa']));
});

test('a few actors are waited for rather than very many sources', () => {
  const sources = Array.from({ length: 500 }, (_, index) => String(index));

  expect(allMatching([known('source', sources), known('actor', ['qa'])]).anchors).toEqual(
    new Set(['actor:qa']),
  );
});

test('what is not wanted cannot be waited for', () => {
  expect(notMatching(known('actor', ['qa'])).anchors).toBeNull();
  expect(allMatching([notMatching(ofKind(['CALL'])), known('actor', ['qa'])]).anchors).toEqual(
    new Set(['actor:qa']),
  );
});

test('what is unknown is not so, nor is its opposite’s opposite', () => {
  const event = { recordId: 'a', recordType: 'claim', change: 'RECORDED' };
  const unknownLevel = { marking: 0 };

  expect(levelAtLeast(3).matches(event, unknownLevel, 4)).toBe(false);
  expect(notMatching(levelAtLeast(3)).matches(event, unknownLevel, 4)).toBe(true);
  expect(notMatching(notMatching(levelAtLeast(3))).matches(event, unknownLevel, 4)).toBe(false);
});
