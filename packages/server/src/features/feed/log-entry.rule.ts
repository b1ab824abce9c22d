/** A set of ids, each with the lowest clearance that may know that it belongs there. */
export type Known = { readonly [id: string]: number };

/** What a filter may ask about a record. Short names: millions of these are kept. */
export interface Facets {
  /** Marking of the record. */
  readonly marking: number;
  /** Withdrawn or erased. */
  readonly isGone?: true;
  /** Whom it involves; offices, organizations and holders of offices count for their state too. An actor involves itself. */
  readonly actors?: Known;
  /** What it is about, with every broader topic. */
  readonly topics?: Known;
  /** Of an engagement: its kind. */
  readonly kind?: string;
  /** Of an engagement: the levels of those present, 1 being the highest. */
  readonly levels?: Known;
  /** Of an agreement: its status by clearance, 0 to 4. */
  readonly statuses?: readonly string[];
  /** Sources it rests on, by whatever way: a claim on its own, a source on itself, either on what these repeat. */
  readonly sources?: Known;
  /** Publishers of these sources. */
  readonly publishers?: Known;
  /** Of a claim: its grade, 1 being the best. */
  readonly credibility?: number;
}

/** An entry of the event log as the feed knows it: all but its content, which is read anew for whoever is told. */
export interface LogEntry {
  /** Dense; the number for the highest clearance. */
  readonly seq: number;
  /** By clearance, 0 to 4: dense for each, null for who may not know of it. */
  readonly numbers: readonly (number | null)[];
  /** Of the version, which is the event's. */
  readonly id: string;
  readonly recordId: string;
  /** The record's table. */
  readonly recordType: string;
  readonly version: number;
  readonly change: string;
  /** Of what changed; never below the record's. */
  readonly marking: number;
  /** The record's marking as it was told before; null for a new one. */
  readonly formerMarking: number | null;
  readonly before: Facets | null;
  readonly after: Facets;
  readonly at: Date;
  readonly by: string;
  readonly publishedAt: Date;
}

/** How much of an event a clearance may know. */
export type Visibility = 'FULL' | 'ENTERED' | 'LEFT' | 'NONE';

/**
 * ENTERED: the record came in by a lowered marking, and what it was before stays untold. LEFT: it went out by a raised one; that it
 * did is all that is told.
 */
export function visibilityOf(
  { marking, formerMarking, after }: Pick<LogEntry, 'marking' | 'formerMarking' | 'after'>,
  clearance: number,
): Visibility {
  if (marking <= clearance) return formerMarking !== null && formerMarking > clearance ? 'ENTERED' : 'FULL';
  return formerMarking !== null && formerMarking <= clearance && clearance < after.marking ? 'LEFT' : 'NONE';
}
