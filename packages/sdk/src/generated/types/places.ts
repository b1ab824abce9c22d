// Generated from schema.graphql and operations/*.graphql by `pnpm --filter @entente/sdk run generate`. Do not edit.
import type { ActorRef, ClaimInput, DateTime, EngagementSummary, Evidence, Marking, NameInput, RecordFrame } from './common.js';

/** A place. */
export type PlaceInput = {
  /** The state it lies in. */
  country?: ActorRef | null;
  /** What supports it. */
  evidence?: Array<ClaimInput> | null;
  /** The GeoNames id. */
  geoNamesId?: number | null;
  /** Degrees north, -90 to 90. */
  latitude?: number | null;
  /** Degrees east, -180 to 180. */
  longitude?: number | null;
  /** With whom it may be shared. Absent: CLEAR. */
  marking?: Marking | null;
  /** Its names; at least one when recording. */
  names?: Array<NameInput> | null;
  /** Needed when recording. */
  resolution?: PlaceResolution | null;
};

/** How fine a place is. */
export const PlaceResolution = {
  /** A province or district. */
  ADMIN: 'ADMIN',
  /** A city. */
  CITY: 'CITY',
  /** A country. */
  COUNTRY: 'COUNTRY',
  /** A region of several countries. Example: `West Asia`. */
  REGION: 'REGION',
  /** A building or site. */
  VENUE: 'VENUE'
} as const;
export type PlaceResolution = (typeof PlaceResolution)[keyof typeof PlaceResolution] | (string & {});

/** A place in a list. */
export interface PlaceSummary {
  /** Its type and UUIDv7. Example: `engagement_01h455vb4pex5vsknk084sn02q`. */
  id: string;
  /** A short name to show, never empty. */
  label: string;
  /** Counts its changes and those of its parts, from 1; give it as expectedVersion. */
  version: number;
  /** With whom it may be shared. */
  marking: Marking;
  /** When it was last changed. */
  changedAt: DateTime;
  /** How fine it is. */
  resolution: PlaceResolution;
  /** The GeoNames id. */
  geoNamesId: number | null;
  /** Degrees north, WGS 84. */
  latitude: number | null;
  /** Degrees east, WGS 84. */
  longitude: number | null;
  /** The state it lies in; null for a region. */
  country: {
    id: string;
    label: string;
    /** ISO 3166-1 alpha-2; null where there is none, as for former states. Example: `QA`. */
    iso2: string | null;
  } | null;
}

/** A place without what happened there, as recording and amending answer it. */
export interface PlaceRecord extends RecordFrame {
  /** How fine it is. */
  resolution: PlaceResolution;
  /** The GeoNames id. */
  geoNamesId: number | null;
  /** Degrees north, WGS 84. */
  latitude: number | null;
  /** Degrees east, WGS 84. */
  longitude: number | null;
  /** The state it lies in; null for a region. */
  country: {
    id: string;
    label: string;
    /** ISO 3166-1 alpha-2; null where there is none, as for former states. Example: `QA`. */
    iso2: string | null;
  } | null;
}

/** A place whole: what happened there, and what is said of it. */
export interface PlaceDetail extends PlaceRecord {
  /** What happened there. */
  engagements: {
    /** The page. */
    nodes: Array<EngagementSummary>;
    /** Where the page ends. */
    pageInfo: {
      /** Whether more follows. */
      hasNextPage: boolean;
    };
  };
  /** Claims that target it, its parts or its fields, in any role. */
  claims: {
    /** The page. */
    nodes: Array<Evidence>;
    /** Where the page ends. */
    pageInfo: {
      /** Whether more follows. */
      hasNextPage: boolean;
    };
  };
}

/** What `getPlace` takes. */
export interface GetPlaceVariables {
  /** Begins with `place_`. */
  id: string;
}

/** What `listPlaces` takes. */
export interface ListPlacesVariables {
  /** With a name like this one, folded. */
  name?: string | null;
  /** In these states. */
  country?: Array<ActorRef> | null;
}

/** What `recordPlace` takes. */
export interface RecordPlaceVariables {
  /** What to record. */
  input: PlaceInput;
}

/** What `amendPlace` takes. */
export interface AmendPlaceVariables {
  /** Which one. */
  id: string;
  /** The version you have seen; another current one is a CONFLICT that carries it. */
  expectedVersion: number;
  /** What changes. */
  input: PlaceInput;
  /** Why, for the history. */
  reason?: string | null;
}
