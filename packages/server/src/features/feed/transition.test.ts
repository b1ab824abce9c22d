import { EVERYTHING, known, type Matcher } from './event-match.rule';
import type { Facets, LogEntry } from './log-entry.rule';
import { transitionOf } from './transition.rule';

const READER = 1;
const WANTED = 'f0000000-0000-7000-8000-000000000001';
const wanted = known('actor', [WANTED]);

/** How a reader of clearance 1 who wants one actor sees a record. */
const STATES = {
  'not there': null,
  'in sight, not wanted': { marking: 1 },
  wanted: { marking: 0, actors: { [WANTED]: 1 } },
  'wanted, but for what is hidden': { marking: 0, actors: { [WANTED]: 2 } },
  hidden: { marking: 2, actors: { [WANTED]: 2 } },
  'withdrawn, was wanted': { marking: 0, actors: { [WANTED]: 0 }, isGone: true },
  'withdrawn, not wanted': { marking: 0, isGone: true },
  'withdrawn and hidden': { marking: 2, actors: { [WANTED]: 2 }, isGone: true },
} as const satisfies { [state: string]: Facets | null };

type State = keyof typeof STATES;
const ALL = Object.keys(STATES) as State[];
const AFTER = ALL.filter((state) => state !== 'not there');

function entry(before: State, after: State, change = 'AMENDED'): LogEntry {
  const [facetsBefore, facetsAfter] = [STATES[before] as Facets | null, STATES[after] as Facets];
  return {
    seq: 1,
    numbers: [1, 1, 1, 1, 1],
    id: 'f0000000-0000-7000-8000-000000000002',
    recordId: 'f0000000-0000-7000-8000-000000000003',
    recordType: 'engagement',
    version: 2,
    change,
    marking: facetsAfter.marking,
    formerMarking: facetsBefore?.marking ?? null,
    before: facetsBefore,
    after: facetsAfter,
    at: new Date(0),
    by: 'editor',
    publishedAt: new Date(0),
  };
}

const transition = (before: State, after: State, change?: string, matcher: Matcher = wanted) =>
  transitionOf(entry(before, after, change), matcher, READER);

/** What each step means; what is not named means nothing. */
const MEANINGS: { [before in State]?: { [after in State]?: string } } = {
  'not there': { wanted: 'ENTERED', 'withdrawn, was wanted': 'DELETED' },
  'in sight, not wanted': { wanted: 'ENTERED', 'withdrawn, was wanted': 'DELETED' },
  'wanted, but for what is hidden': { wanted: 'ENTERED', 'withdrawn, was wanted': 'DELETED' },
  hidden: { wanted: 'ENTERED', 'withdrawn, was wanted': 'DELETED' },
  'withdrawn and hidden': { wanted: 'ENTERED', 'withdrawn, was wanted': 'DELETED' },
  wanted: {
    wanted: 'UPDATED',
    'in sight, not wanted': 'LEFT',
    'wanted, but for what is hidden': 'LEFT',
    hidden: 'LEFT',
    'withdrawn, was wanted': 'DELETED',
    'withdrawn, not wanted': 'DELETED',
    'withdrawn and hidden': 'DELETED',
  },
  'withdrawn, was wanted': {
    wanted: 'ENTERED',
    'withdrawn, was wanted': 'DELETED',
    'withdrawn, not wanted': 'DELETED',
    'withdrawn and hidden': 'DELETED',
  },
  'withdrawn, not wanted': { wanted: 'ENTERED', 'withdrawn, was wanted': 'DELETED' },
};

describe.each(ALL)('a record that was %s', (before) => {
  test.each(AFTER)('and is %s', (after) => {
    expect(transition(before, after)).toBe(MEANINGS[before]?.[after] ?? null);
  });
});

test('a new record is created, not entered', () => {
  expect(transition('not there', 'wanted', 'RECORDED')).toBe('CREATED');
  expect(transition('not there', 'in sight, not wanted', 'RECORDED')).toBeNull();
  expect(transition('not there', 'hidden', 'RECORDED')).toBeNull();
});

test('a record that comes into sight was not created then', () => {
  expect(transition('hidden', 'wanted', 'AMENDED')).toBe('ENTERED');
});

test('a withdrawal and an erasure delete, a reinstatement brings in', () => {
  expect(transition('wanted', 'withdrawn, was wanted', 'RETRACTED')).toBe('DELETED');
  expect(transition('withdrawn, was wanted', 'withdrawn, not wanted', 'EXPUNGED')).toBe('DELETED');
  expect(transition('withdrawn, was wanted', 'wanted', 'REINSTATED')).toBe('ENTERED');
});

test('without a filter every event that may be known means something', () => {
  for (const before of ALL)
    for (const after of AFTER) {
      const told = transition(before, after, 'AMENDED', EVERYTHING);
      const isKnown = !after.includes('hidden') || after === 'wanted, but for what is hidden';
      const wasKnown = ['in sight, not wanted', 'wanted', 'wanted, but for what is hidden'].includes(before);
      expect([before, after, told !== null]).toEqual([
        before,
        after,
        isKnown || wasKnown || (before.startsWith('withdrawn, ') && after === 'withdrawn and hidden'),
      ]);
    }
});

test('a change of what is hidden means nothing to whoever may not know it', () => {
  const hiddenPart = { ...entry('wanted', 'wanted'), marking: 3 };

  expect(transitionOf(hiddenPart, EVERYTHING, 1)).toBeNull();
  expect(transitionOf(hiddenPart, EVERYTHING, 3)).toBe('UPDATED');
});

test('the same event may mean one thing to one clearance and another to the next', () => {
  const raised = entry('wanted', 'hidden');

  expect([0, 1, 2, 3, 4].map((clearance) => transitionOf(raised, EVERYTHING, clearance))).toEqual([
    'LEFT',
    'LEFT',
    'UPDATED',
    'UPDATED',
    'UPDATED',
  ]);
});
