import { frameOf, isShownIn, statusChangeOf } from './frame.rule';
import type { Facets, LogEntry } from './log-entry.rule';

const CLEAR = 0;
const AMBER = 2;

/** What a status is to each clearance, CLEAR first. */
const agreement = (statuses: string[], more: Partial<Facets> = {}): Facets => ({
  marking: 0,
  statuses,
  ...more,
});
const toAll = (status: string) => Array.from({ length: 5 }, () => status);

function entry(before: Facets | null, after: Facets, recordType = 'agreement'): LogEntry {
  return {
    seq: 1,
    numbers: [1, 1, 1, 1, 1],
    id: 'f0000000-0000-7000-8000-000000000002',
    recordId: 'f0000000-0000-7000-8000-000000000003',
    recordType,
    version: 2,
    change: 'AMENDED',
    marking: after.marking,
    formerMarking: before?.marking ?? null,
    before,
    after,
    at: new Date(0),
    by: 'editor',
    publishedAt: new Date(0),
  };
}

const signed = agreement(toAll('SIGNED'));
const inForce = agreement(toAll('IN_FORCE'));

describe('a change of status', () => {
  test('is from one status to another', () => {
    expect(statusChangeOf(entry(signed, inForce), CLEAR)).toEqual({ from: 'SIGNED', to: 'IN_FORCE' });
    expect(statusChangeOf(entry(signed, signed), CLEAR)).toBeNull();
  });

  test('of a new agreement is from none', () => {
    expect(statusChangeOf(entry(null, signed), CLEAR)).toEqual({ from: null, to: 'SIGNED' });
  });

  test('is what it is to the reader', () => {
    const secretly = agreement(['SIGNED', 'SIGNED', 'IN_FORCE', 'IN_FORCE', 'IN_FORCE']);

    expect(statusChangeOf(entry(signed, secretly), CLEAR)).toBeNull();
    expect(statusChangeOf(entry(signed, secretly), AMBER)).toEqual({ from: 'SIGNED', to: 'IN_FORCE' });
    expect(statusChangeOf(entry(secretly, inForce), CLEAR)).toEqual({ from: 'SIGNED', to: 'IN_FORCE' });
    expect(statusChangeOf(entry(secretly, inForce), AMBER)).toBeNull();
  });

  test('of an agreement that was hidden does not say what it was', () => {
    const hidden = agreement(toAll('SIGNED'), { marking: AMBER });

    expect(statusChangeOf(entry(hidden, inForce), CLEAR)).toEqual({ from: null, to: 'IN_FORCE' });
    expect(statusChangeOf(entry(signed, { ...hidden, statuses: toAll('IN_FORCE') }), CLEAR)).toBeNull();
  });

  test('is none of an agreement that is withdrawn, or of another record', () => {
    expect(statusChangeOf(entry(signed, { ...inForce, isGone: true }), CLEAR)).toBeNull();
    expect(statusChangeOf(entry(signed, inForce, 'claim'), CLEAR)).toBeNull();
  });
});

test('a view shows what is of its type, the whole log everything', () => {
  const ofEngagement = entry(null, { marking: 0, kind: 'VISIT' }, 'engagement');
  const shownIn = (each: LogEntry) =>
    (['events', 'engagementChanged', 'agreementStatusChanged'] as const).filter((field) =>
      isShownIn(field, each, CLEAR),
    );

  expect(shownIn(ofEngagement)).toEqual(['events', 'engagementChanged']);
  expect(shownIn(entry(signed, inForce))).toEqual(['events', 'agreementStatusChanged']);
  expect(shownIn(entry(signed, signed))).toEqual(['events']);
  expect(frameOf('engagementChanged', entry(signed, inForce), CLEAR, {} as never)).toBeNull();
});
