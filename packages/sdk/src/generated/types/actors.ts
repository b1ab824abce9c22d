// Generated from schema.graphql and operations/*.graphql by `pnpm --filter @entente/sdk run generate`. Do not edit.
import type { ActorKind, ActorLink, ActorRef, Affiliation, AgreementStatus, ClaimInput, DateTime, EngagementStatus, Evidence, FuzzyDateInput, Level, Marking, Modality, NameInput, RecordFrame, Reliability, TenureInput, TenureSummary, When } from './common.js';

/** Which actors. */
export type ActorFilter = {
  /** Changed after this instant. */
  changedSince?: DateTime | null;
  /** Only withdrawn ones, or only those that stand. */
  isRetracted?: boolean | null;
  /** Of these kinds. */
  kind?: Array<ActorKind> | null;
  /** With a name like this one; spellings are folded. */
  name?: string | null;
  /** Organizations of these sorts. */
  orgKind?: Array<OrganizationKind> | null;
  /** Below these. */
  parent?: Array<ActorRef> | null;
  /** Organizations of these states. */
  state?: Array<ActorRef> | null;
};

/** An actor. Fields that do not fit its kind are refused. */
export type ActorInput = {
  /** Of an outlet: its web domain. */
  domain?: string | null;
  /** What supports it. */
  evidence?: Array<ClaimInput> | null;
  /** Of a state: ISO 3166-1 alpha-2. */
  iso2?: string | null;
  /** Of a state: ISO 3166-1 alpha-3. */
  iso3?: string | null;
  /** Needed when recording; cannot change. */
  kind?: ActorKind | null;
  /** With whom it may be shared. Absent: CLEAR. */
  marking?: Marking | null;
  /** Of a group: the members known. */
  members?: Array<GroupMemberInput> | null;
  /** Its names; at least one when recording. */
  names?: Array<NameInput> | null;
  /** Of an organization: what sort. */
  orgKind?: OrganizationKind | null;
  /** What it belongs to. */
  parent?: ActorRef | null;
  /** Of a state: UN M49 region. */
  region?: string | null;
  /** Of an embassy: where it sits. */
  seatState?: ActorRef | null;
  /** Of an organization: whose it is. */
  state?: ActorRef | null;
  /** Of a group: how many there are said to be. */
  statedSize?: number | null;
  /** Of a person: the offices held. */
  tenures?: Array<TenureInput> | null;
  /** The Wikidata id. */
  wikidataId?: string | null;
};

/** A member of a group. */
export type GroupMemberInput = {
  /** The member. */
  actor: ActorRef;
  /** Of one that is kept. */
  id?: string | null;
  /** Since when and until when. */
  interval?: FuzzyDateInput | null;
  /** Its role. */
  role?: GroupRole | null;
};

/** Roles in a group. */
export const GroupRole = {
  /** It leads. */
  LEADER: 'LEADER',
  /** It belongs. */
  MEMBER: 'MEMBER'
} as const;
export type GroupRole = (typeof GroupRole)[keyof typeof GroupRole] | (string & {});

/** Sorts of organization. */
export const OrganizationKind = {
  /** A non-state armed group. */
  ARMED_GROUP: 'ARMED_GROUP',
  /** A company. */
  COMPANY: 'COMPANY',
  /** An embassy. */
  EMBASSY: 'EMBASSY',
  /** A government or cabinet. */
  GOVERNMENT: 'GOVERNMENT',
  /** An intergovernmental organization. */
  IGO: 'IGO',
  /** An outlet or agency. */
  MEDIA: 'MEDIA',
  /** A ministry. */
  MINISTRY: 'MINISTRY',
  /** A non-governmental organization. */
  NGO: 'NGO',
  /** Anything else. */
  OTHER: 'OTHER'
} as const;
export type OrganizationKind = (typeof OrganizationKind)[keyof typeof OrganizationKind] | (string & {});

/** A grade or an affiliation, exactly one. */
export type OutletAssessmentInput = {
  /** Whose outlet it is. */
  affiliation?: Affiliation | null;
  /** Since when. */
  from: string;
  /** The outlet. */
  outlet: ActorRef;
  /** Why, 3 to 500 characters. */
  reason: string;
  /** The grade. */
  reliability?: Reliability | null;
  /** Who says so; needed for an affiliation. */
  source?: string | null;
};

/** An actor in a list. */
export type ActorSummary = {
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
  /** The Wikidata id. Example: `Q846`. */
  wikidataId: string | null;
  /** What it belongs to. */
  parent: ActorLink | null;
} & (
  | {
    /** Which type it is. */
    __typename: 'ActorGroup';
    /** How many members the source says there are. */
    statedSize: number | null;
    /** Whether they are as many as stated, and none is said to be missing; null if no size is stated. */
    isComplete: boolean | null;
  }
  | {
    /** Which type it is. */
    __typename: 'Organization';
    /** What sort; null if no source says. */
    orgKind: OrganizationKind | null;
    /** An outlet's web domain. Example: `example.org`. */
    domain: string | null;
    /** The state it belongs to; of an embassy the sending one. */
    state: {
      id: string;
      label: string;
      /** ISO 3166-1 alpha-2; null where there is none, as for former states. Example: `QA`. */
      iso2: string | null;
    } | null;
  }
  | {
    /** Which type it is. */
    __typename: 'Person';
  }
  | {
    /** Which type it is. */
    __typename: 'State';
    /** ISO 3166-1 alpha-2; null where there is none, as for former states. Example: `QA`. */
    iso2: string | null;
    /** ISO 3166-1 alpha-3. Example: `QAT`. */
    iso3: string | null;
  }
);

/** An actor with what its kind has: codes, offices, grades, members. */
export type ActorRecord = RecordFrame & {
  /** The Wikidata id. Example: `Q846`. */
  wikidataId: string | null;
  /** What it belongs to. */
  parent: ActorLink | null;
} & (
  | {
    /** Which type it is. */
    __typename: 'ActorGroup';
    /** How many members the source says there are. */
    statedSize: number | null;
    /** Whether they are as many as stated, and none is said to be missing; null if no size is stated. */
    isComplete: boolean | null;
    /** The members that are known (at most 300). */
    members: Array<{
      id: string;
      /** Its role; null if not said. */
      role: GroupRole | null;
      /** How surely it is said, by its best live claim; null if none supports it. */
      modality: Modality | null;
      /** The member. */
      actor: ActorLink | null;
      /** Since when and until when. */
      interval: When | null;
    }>;
  }
  | {
    /** Which type it is. */
    __typename: 'Organization';
    /** What sort; null if no source says. */
    orgKind: OrganizationKind | null;
    /** An outlet's web domain. Example: `example.org`. */
    domain: string | null;
    /** The grade as an outlet on a day; null if never graded. */
    reliability: Reliability | null;
    /** Whose outlet it is on a day; null if no source says. */
    affiliation: Affiliation | null;
    /** The state it belongs to; of an embassy the sending one. */
    state: {
      id: string;
      label: string;
      /** ISO 3166-1 alpha-2; null where there is none, as for former states. Example: `QA`. */
      iso2: string | null;
    } | null;
    /** Where an embassy sits. */
    seatState: {
      id: string;
      label: string;
      /** ISO 3166-1 alpha-2; null where there is none, as for former states. Example: `QA`. */
      iso2: string | null;
    } | null;
    /** Its offices, the highest first (at most 300). */
    positions: Array<{
      id: string;
      /** Example: `Undersecretary`. */
      title: string;
      /** How high it stands. */
      level: Level | null;
    }>;
    /** All grades and affiliations, the latest first (at most 100). */
    assessments: Array<{
      id: string;
      /** The grade; null if this is about affiliation. */
      reliability: Reliability | null;
      /** Whose outlet it is; null if this is a grade. */
      affiliation: Affiliation | null;
      /** Since when. */
      from: string;
      /** Who assessed. */
      assessor: string;
      /** Why. */
      reason: string;
      /** Who says so; never null with an affiliation, but for a hidden source. */
      source: {
        id: string;
        label: string;
      } | null;
    }>;
  }
  | {
    /** Which type it is. */
    __typename: 'Person';
    /** Offices held, the latest first. */
    tenures: {
      /** The page. */
      nodes: Array<TenureSummary>;
      /** Where the page ends. */
      pageInfo: {
        /** Whether more follows. */
        hasNextPage: boolean;
      };
    };
  }
  | {
    /** Which type it is. */
    __typename: 'State';
    /** ISO 3166-1 alpha-2; null where there is none, as for former states. Example: `QA`. */
    iso2: string | null;
    /** ISO 3166-1 alpha-3. Example: `QAT`. */
    iso3: string | null;
    /** UN M49 region. Example: `145`, Western Asia. */
    region: string | null;
    /** Offices of the state and its organizations, the highest first (at most 300). */
    positions: Array<{
      id: string;
      /** Example: `Undersecretary`. */
      title: string;
      /** How high it stands. */
      level: Level | null;
    }>;
  }
);

/** An actor whole: what its kind has, its latest engagements and agreements, and what is said of it. */
export type ActorDetail = ActorRecord & {
  /** Where it took part; of a state, also through its organizations and those who act for it. */
  engagements: {
    /** The page. */
    nodes: Array<{
      id: string;
      label: string;
      /** How far it got. */
      status: EngagementStatus;
      /** When it takes or took place. */
      when: When | null;
    }>;
    /** Where the page ends. */
    pageInfo: {
      /** Whether more follows. */
      hasNextPage: boolean;
    };
  };
  /** Agreements to which it is a party. */
  agreements: {
    /** The page. */
    nodes: Array<{
      id: string;
      label: string;
      /** Derived from its actions. */
      status: AgreementStatus;
    }>;
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
};

/** A grade or an affiliation, with the outlet as it now stands. */
export interface AssessmentRecord {
  /** Its type and UUIDv7. Example: `engagement_01h455vb4pex5vsknk084sn02q`. */
  id: string;
  /** The grade; null if this is about affiliation. */
  reliability: Reliability | null;
  /** Whose outlet it is; null if this is a grade. */
  affiliation: Affiliation | null;
  /** Since when. */
  from: string;
  /** Who assessed. */
  assessor: string;
  /** Why. */
  reason: string;
  /** The outlet. */
  outlet: {
    id: string;
    label: string;
    /** Counts its changes and those of its parts, from 1; give it as expectedVersion. */
    version: number;
    /** The grade as an outlet on a day; null if never graded. */
    reliability: Reliability | null;
    /** Whose outlet it is on a day; null if no source says. */
    affiliation: Affiliation | null;
  };
  /** Who says so; never null with an affiliation, but for a hidden source. */
  source: {
    id: string;
    label: string;
  } | null;
}

/** What `getActor` takes. */
export interface GetActorVariables {
  /** An id, `QA`, `Q846` or the web domain of an outlet. */
  ref: ActorRef;
}

/** What `listActors` takes. */
export interface ListActorsVariables {
  /** Which ones. Absent: all. */
  filter?: ActorFilter | null;
}

/** What `getActorAsOf` takes. */
export interface GetActorAsOfVariables {
  /** What was recorded later is left out. */
  recordedAt: DateTime;
  /** An id or code. */
  ref: ActorRef;
}

/** What `recordActor` takes. */
export interface RecordActorVariables {
  /** What to record. */
  input: ActorInput;
}

/** What `amendActor` takes. */
export interface AmendActorVariables {
  /** Which one. */
  id: string;
  /** The version you have seen; another current one is a CONFLICT that carries it. */
  expectedVersion: number;
  /** What changes. */
  input: ActorInput;
  /** Why, for the history. */
  reason?: string | null;
}

/** What `assessOutlet` takes. */
export interface AssessOutletVariables {
  /** The outlet, the value and why. */
  input: OutletAssessmentInput;
}
