// Generated from schema.graphql and operations/*.graphql by `pnpm --filter @entente/sdk run generate`. Do not edit.
import type { ActorKind, ActorLink, ActorRef, AgreementStatus, ChangeEvent, ClaimInput, CommitmentAct, Cursor, DateTime, Dimension, EngagementKind, EngagementStatus, EngagementSummary, EventFilter, Evidence, EvidenceFilter, FuzzyDateFilter, FuzzyDateInput, Gap, ImplementationStatus, Level, Marking, Modality, NameInput, Number, ParticipationRole, RecordFrame, TopicRef, Transition, WarningCode, When } from './common.js';

/** A topic or an agreement. */
export type AgendaItemInput = {
  /** the agreement. */
  agreement?: string | null;
  /** How central. */
  centrality?: Centrality | null;
  /** Of one that is kept. */
  id?: string | null;
  /** The topic, or */
  topic?: TopicRef | null;
  /** What was done with it. */
  treatments?: Array<Treatment> | null;
};

/** How central an agenda item was. */
export const Centrality = {
  /** In the centre. */
  MAIN: 'MAIN',
  /** Beside it. */
  SECONDARY: 'SECONDARY'
} as const;
export type Centrality = (typeof Centrality)[keyof typeof Centrality] | (string & {});

/** A code. */
export type CodeInput = {
  /** The code. */
  code: string;
  /** The vocabulary. */
  scheme: CodeScheme;
  /** The edition. */
  version: string;
};

/** Vocabularies of event codes. */
export const CodeScheme = {
  /** Conflict and Mediation Event Observations. */
  CAMEO: 'CAMEO',
  /** Political Language Ontology for Verifiable Event Records. */
  PLOVER: 'PLOVER'
} as const;
export type CodeScheme = (typeof CodeScheme)[keyof typeof CodeScheme] | (string & {});

/** Which engagements. */
export type EngagementFilter = {
  /** All of these. */
  and?: Array<EngagementFilter> | null;
  /** With all of these; offices and organizations count for their state. */
  between?: Array<ActorRef> | null;
  /** Changed after this instant. */
  changedSince?: DateTime | null;
  /** With a code that begins so. Example: `CAMEO:04`. */
  code?: Array<string> | null;
  /** In these states. */
  country?: Array<ActorRef> | null;
  /** Resting on this. */
  evidence?: EvidenceFilter | null;
  /** Of these formats. */
  format?: Array<EngagementFormat> | null;
  /** With such a gap in some field. */
  gap?: Array<Gap> | null;
  /** Whether an agreement was on the agenda or acted on. */
  hasAgreements?: boolean | null;
  /** With any of these. */
  involving?: Array<ActorRef> | null;
  /** Whether within another. */
  isChild?: boolean | null;
  /** Whether awaited with its window past. */
  isOverdue?: boolean | null;
  /** Only withdrawn ones, or only those that stand. */
  isRetracted?: boolean | null;
  /** Of these kinds. */
  kind?: Array<EngagementKind> | null;
  /** Of this level or a higher one. */
  levelAtLeast?: Level | null;
  /** With a gap of so many steps or more. */
  levelGapAtLeast?: number | null;
  /** With these markings. */
  marking?: Array<Marking> | null;
  /** Said so surely. */
  modality?: Array<Modality> | null;
  /** Of these modes. */
  mode?: Array<EngagementMode> | null;
  /** Not this. */
  not?: EngagementFilter | null;
  /** One of these. */
  or?: Array<EngagementFilter> | null;
  /** With such a participation. */
  participation?: ParticipationFilter | null;
  /** At these places. */
  place?: Array<string> | null;
  /** Of this series, folded. */
  series?: string | null;
  /** Of these statuses. */
  status?: Array<EngagementStatus> | null;
  /** With one of these, or a narrower topic, on the agenda. */
  topics?: Array<TopicRef> | null;
  /** With one of these oddities. */
  warning?: Array<WarningCode> | null;
  /** At this time. */
  when?: FuzzyDateFilter | null;
};

/** Derived from the sides and the place. */
export const EngagementFormat = {
  /** Two sides. */
  BILATERAL: 'BILATERAL',
  /** Three or more. */
  MULTILATERAL: 'MULTILATERAL',
  /** Two sides, hosted by a third. */
  THIRD_PARTY_HOSTED: 'THIRD_PARTY_HOSTED'
} as const;
export type EngagementFormat = (typeof EngagementFormat)[keyof typeof EngagementFormat] | (string & {});

/** An engagement. */
export type EngagementInput = {
  /** What was on the agenda. */
  agenda?: Array<AgendaItemInput> | null;
  /** Codes of event vocabularies. */
  codes?: Array<CodeInput> | null;
  /** Its number in the series. */
  edition?: number | null;
  /** What supports it and its parts. */
  evidence?: Array<ClaimInput> | null;
  /** Needed when recording. */
  kind?: EngagementKind | null;
  /** Links to others. */
  links?: Array<EngagementLinkInput> | null;
  /** With whom it may be shared. Absent: that of its strictest evidence. */
  marking?: Marking | null;
  /** How they met. */
  mode?: EngagementMode | null;
  /** Names of it, such as of an exhibition. */
  names?: Array<NameInput> | null;
  /** Absent: ONE. */
  number?: Number | null;
  /** What it is part of. */
  parent?: string | null;
  /** Who took part, invited or sent. */
  participations?: Array<ParticipationInput> | null;
  /** Where. */
  place?: string | null;
  /** Its place in the parent. */
  sequence?: number | null;
  /** The series. */
  series?: string | null;
  /** Needed when recording. */
  status?: EngagementStatus | null;
  /** Our summary. */
  summary?: string | null;
  /** Our title. */
  title?: string | null;
  /** Whose premises. */
  venueOrganization?: ActorRef | null;
  /** The venue, verbatim. */
  venueText?: string | null;
  /** When. */
  when?: FuzzyDateInput | null;
};

/** A link to another engagement. */
export type EngagementLinkInput = {
  /** Of one that is kept. */
  id?: string | null;
  /** How this one stands to it. */
  kind: EngagementLinkKind;
  /** To which. */
  to: string;
};

/** How one engagement stands to another. */
export const EngagementLinkKind = {
  /** A visit was made to attend the other. */
  ATTENDS: 'ATTENDS',
  /** Named as one of the several of the other. */
  EXAMPLE_OF: 'EXAMPLE_OF',
  /** Follows up on the other. */
  FOLLOW_UP_OF: 'FOLLOW_UP_OF',
  /** Prepares the other. */
  PREPARES: 'PREPARES',
  /** Held on the sidelines of the other. */
  SIDELINES_OF: 'SIDELINES_OF'
} as const;
export type EngagementLinkKind = (typeof EngagementLinkKind)[keyof typeof EngagementLinkKind] | (string & {});

/** How they met. */
export const EngagementMode = {
  /** In person. */
  IN_PERSON: 'IN_PERSON',
  /** By telephone. */
  PHONE: 'PHONE',
  /** By video. */
  VIDEO: 'VIDEO',
  /** In writing. */
  WRITTEN: 'WRITTEN'
} as const;
export type EngagementMode = (typeof EngagementMode)[keyof typeof EngagementMode] | (string & {});

/** Orders of engagements. Ties by id, unknown values last, as in all orders. */
export const EngagementOrder = {
  /** Highest level first. */
  HIGHEST_LEVEL: 'HIGHEST_LEVEL',
  /** Latest change first. */
  LAST_CHANGED: 'LAST_CHANGED',
  /** Most side meetings first. */
  MOST_SIDE_MEETINGS: 'MOST_SIDE_MEETINGS',
  /** Latest possible day first. */
  NEWEST: 'NEWEST',
  /** Earliest possible day first. */
  OLDEST: 'OLDEST',
  /** Widest gap first. */
  WIDEST_LEVEL_GAP: 'WIDEST_LEVEL_GAP'
} as const;
export type EngagementOrder = (typeof EngagementOrder)[keyof typeof EngagementOrder] | (string & {});

/** Codes in `extensions.code` of every error, and of refused items. */
export const ErrorCode = {
  /** The input cannot be; `field` says where. */
  BAD_USER_INPUT: 'BAD_USER_INPUT',
  /** Another version or content; carries `currentVersion` or `existingId`. */
  CONFLICT: 'CONFLICT',
  /** Older than what the log keeps; carries `oldestCursor`. */
  CURSOR_EXPIRED: 'CURSOR_EXPIRED',
  /** It took longer than allowed. */
  DEADLINE_EXCEEDED: 'DEADLINE_EXCEEDED',
  /** The log was restored from a backup; start from a snapshot. */
  EPOCH_CHANGED: 'EPOCH_CHANGED',
  /** Your role does not allow it. */
  FORBIDDEN: 'FORBIDDEN',
  /** Our fault; give us the `requestId`. */
  INTERNAL: 'INTERNAL',
  /** A mutation names what does not exist, or is hidden from you. */
  NOT_FOUND: 'NOT_FOUND',
  /** The server sheds load; try again. */
  OVERLOADED: 'OVERLOADED',
  /** Too deep, too many aliases or too much; carries `cost` and `limit`. */
  QUERY_TOO_COSTLY: 'QUERY_TOO_COSTLY',
  /** Too much in too short a time; carries `retryAfterMs`. */
  RATE_LIMITED: 'RATE_LIMITED',
  /** No valid key or token. */
  UNAUTHENTICATED: 'UNAUTHENTICATED'
} as const;
export type ErrorCode = (typeof ErrorCode)[keyof typeof ErrorCode] | (string & {});

/** Which participations. */
export type ParticipationFilter = {
  /** Of these. */
  actor?: Array<ActorRef> | null;
  /** Whether by name. */
  isNamed?: boolean | null;
  /** Of this level or a higher one. */
  levelAtLeast?: Level | null;
  /** For these states. */
  onBehalfOf?: Array<ActorRef> | null;
  /** In these offices. */
  position?: Array<string> | null;
  /** In these roles. */
  role?: Array<ParticipationRole> | null;
};

/** A participation: an actor, a tenure or a descriptor. */
export type ParticipationInput = {
  /** Who. */
  actor?: ActorRef | null;
  /** The wording, if unnamed. */
  descriptor?: string | null;
  /** Of one that is kept. */
  id?: string | null;
  /** The level, where no office says it. */
  level?: Level | null;
  /** Absent: ONE. */
  number?: Number | null;
  /** For which state, where no office says it. */
  onBehalfOf?: ActorRef | null;
  /** In what role. */
  role?: ParticipationRole;
  /** The office held at the time; gives the actor. */
  tenure?: string | null;
};

/** What was done with an agenda item. What was agreed is an agreement or a commitment. */
export const Treatment = {
  /** New ways were explored. */
  EXPLORED: 'EXPLORED',
  /** Existing work was reviewed. */
  REVIEWED: 'REVIEWED'
} as const;
export type Treatment = (typeof Treatment)[keyof typeof Treatment] | (string & {});

/** An engagement with all its parts, as recording and amending answer it. */
export interface EngagementRecord extends RecordFrame {
  /** What sort of contact. */
  kind: EngagementKind;
  /** How far it got. */
  status: EngagementStatus;
  /** SEVERAL where one row stands for "further discussions". */
  number: Number;
  /** Our title, if it needs one. */
  title: string | null;
  /** Our summary. */
  summary: string | null;
  /** When it takes or took place. */
  when: When | null;
  /** Whether it is awaited and its window has passed. */
  isOverdue: boolean;
  /** Where. */
  place: {
    id: string;
    label: string;
  } | null;
  /** The venue, verbatim. Example: `MOI headquarters`. */
  venueText: string | null;
  /** Whose premises they are. */
  venueOrganization: {
    id: string;
    label: string;
  } | null;
  /** In person, or how else. */
  mode: EngagementMode | null;
  /** Derived from who took part; null if that is unknown. */
  format: EngagementFormat | null;
  /** The series it belongs to. Example: `International Exhibition of Homeland Security and Civil Defense`. */
  series: string | null;
  /** Its number in the series. Example: `13`. */
  edition: number | null;
  /** Its place in the parent, from 1. */
  sequence: number | null;
  /** What it is part of, such as the visit. */
  parent: {
    id: string;
    label: string;
  } | null;
  /** The highest of all present; null if no level is known. */
  highestLevel: Level | null;
  /** Steps between the highest levels of the two sides; null if one is unknown. */
  levelGap: number | null;
  /** The states that met, with the highest level of each (at most 200). */
  sides: Array<{
    /** The highest level of those present for it; null if unknown. */
    highestLevel: Level | null;
    /** The state. */
    state: {
      id: string;
      label: string;
      /** ISO 3166-1 alpha-2; null where there is none, as for former states. Example: `QA`. */
      iso2: string | null;
    };
  }>;
  /** Who took part, invited or sent (at most 300). */
  participations: Array<{
    id: string;
    label: string;
    /** In what role. */
    role: ParticipationRole;
    /** SEVERAL for an unnamed plural. */
    number: Number;
    /** The wording, if unnamed. Example: `Qatari officials`. */
    descriptor: string | null;
    /** The level; that of the office, unless stated. */
    level: Level | null;
    /** How surely it is said, by its best live claim; null if none supports it. */
    modality: Modality | null;
    /** Who; null if unnamed. */
    actor: ActorLink | null;
    /** The office held at the time. */
    tenure: {
      id: string;
      /** Which office. */
      position: {
        id: string;
        /** Example: `Undersecretary`. */
        title: string;
        /** How high it stands. */
        level: Level | null;
      } | null;
    } | null;
    /** For which state; that of the office, unless stated. */
    onBehalfOf: {
      id: string;
      label: string;
      /** ISO 3166-1 alpha-2; null where there is none, as for former states. Example: `QA`. */
      iso2: string | null;
    } | null;
  }>;
  /** What was on the agenda (at most 50). */
  agenda: Array<{
    id: string;
    /** How central; null if not said. */
    centrality: Centrality | null;
    /** What was done with it. */
    treatments: Array<Treatment>;
    /** How surely it is said, by its best live claim; null if none supports it. */
    modality: Modality | null;
    /** The topic, or */
    topic: {
      id: string;
      label: string;
      /** Its readable key. Example: `border-security`. */
      slug: string;
    } | null;
    /** the agreement. */
    agreement: {
      id: string;
      label: string;
    } | null;
  }>;
  /** Links from and to other engagements (at most 100). */
  links: Array<{
    id: string;
    /** stands so to */
    kind: EngagementLinkKind;
    /** How surely it is said, by its best live claim; null if none supports it. */
    modality: Modality | null;
    /** This one */
    from: {
      id: string;
      label: string;
    };
    /** that one. */
    to: {
      id: string;
      label: string;
    };
  }>;
  /** What was promised there (at most 50). */
  commitments: Array<{
    id: string;
    /** Made anew, or reaffirmed. */
    act: CommitmentAct;
    /** What, in our words. */
    statement: string;
    /** That of its latest report; null if there is none. */
    status: ImplementationStatus | null;
    /** By when. */
    due: When | null;
    /** Who promised (at most 50). */
    parties: Array<ActorLink>;
  }>;
  /** Codes of event vocabularies (at most 20). */
  codes: Array<{
    /** The vocabulary. */
    scheme: CodeScheme;
    /** The code, leading zeros kept. Example: `042`. */
    code: string;
    /** The edition. Example: `1.1b3`. */
    version: string;
    label: string | null;
  }>;
}

/** An engagement whole: its parts, the meetings within it, its agreements, and what is said of it. */
export interface EngagementDetail extends EngagementRecord {
  /** Engagements within it, in order. Whether the list is complete: `absences` of `children`. */
  children: {
    /** The page. */
    nodes: Array<EngagementSummary>;
    /** Where the page ends. */
    pageInfo: {
      /** Whether more follows. */
      hasNextPage: boolean;
    };
  };
  /** Engagements held on its sidelines. */
  sideMeetings: {
    /** The page. */
    nodes: Array<{
      id: string;
      label: string;
    }>;
    /** Where the page ends. */
    pageInfo: {
      /** Whether more follows. */
      hasNextPage: boolean;
    };
  };
  /** Agreements on its agenda, or acted on there. */
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
}

/** Two actors, and how many engagements they had. */
export interface TieCount {
  /** In how many engagements. */
  count: number;
  /** The highest level of them. */
  highestLevel: Level | null;
  /** The year, if asked for; null where the date does not tell it. */
  year: number | null;
  /** One end. */
  from: ActorLink;
  /** The other. */
  to: ActorLink;
}

/** The answer to one item of a bulk: an engagement, or why it was refused. */
export interface RecordedAnswer {
  /** Why it was refused. */
  code: ErrorCode | null;
  /** Where, as a path in the item. Example: `participations.0.actor`. */
  field: string | null;
  /** It in words. */
  message: string | null;
  /** What was recorded. */
  engagement: {
    id: string;
    label: string;
    /** Counts its changes and those of its parts, from 1; give it as expectedVersion. */
    version: number;
    /** Oddities in it (at most 20). */
    warnings: Array<{
      /** Which oddity. */
      code: WarningCode;
      /** It in words, with the values concerned. */
      message: string;
      /** The field concerned, if one. */
      field: string | null;
    }>;
  } | null;
}

/** A change of an engagement, and the engagement as it is now. */
export interface ChangedEngagement {
  /** Which type it is. */
  __typename: 'EngagementChange';
  /** Where to resume. */
  cursor: Cursor;
  /** What it means for the filter. */
  transition: Transition;
  /** The event. */
  event: ChangeEvent;
  /** The engagement as it is now; null if gone or hidden. */
  record: EngagementSummary | null;
}

/** What `getEngagement` takes. */
export interface GetEngagementVariables {
  /** Begins with `engagement_`. */
  id: string;
}

/** What `listEngagements` takes. */
export interface ListEngagementsVariables {
  /** Which ones. Absent: all. */
  filter?: EngagementFilter | null;
  /** In which order. */
  orderBy?: EngagementOrder | null;
}

/** What `getEngagementAsOf` takes. */
export interface GetEngagementAsOfVariables {
  /** What was recorded later is left out. */
  recordedAt: DateTime;
  /** Begins with `engagement_`. */
  id: string;
}

/** What `listEngagementsAsOf` takes. */
export interface ListEngagementsAsOfVariables {
  /** What was recorded later is left out. */
  recordedAt: DateTime;
  /** Which ones. Absent: all. */
  filter?: EngagementFilter | null;
  /** In which order. */
  orderBy?: EngagementOrder | null;
}

/** What `groupEngagements` takes. */
export interface GroupEngagementsVariables {
  /** Up to 3 that fit this set. None gives one row. */
  by: Array<Dimension>;
  /** Which ones. Absent: all. */
  filter?: EngagementFilter | null;
  /** Rows for empty periods too. */
  fillEmpty?: boolean | null;
  /** At most 1000. */
  top?: number | null;
}

/** What `getEngagementNetwork` takes. */
export interface GetEngagementNetworkVariables {
  /** Which ones. Absent: all. */
  filter?: EngagementFilter | null;
  /** Who the ends are. */
  of?: ActorKind | null;
  /** One tie a year, or over all time. */
  perYear?: boolean | null;
  /** The heaviest ties, at most 1000. */
  top?: number | null;
}

/** What `recordEngagement` takes. */
export interface RecordEngagementVariables {
  /** What to record. */
  input: EngagementInput;
}

/** What `recordEngagements` takes. */
export interface RecordEngagementsVariables {
  /** 1 to 500 engagements. */
  inputs: Array<EngagementInput>;
}

/** What `amendEngagement` takes. */
export interface AmendEngagementVariables {
  /** Which one. */
  id: string;
  /** The version you have seen; another current one is a CONFLICT that carries it. */
  expectedVersion: number;
  /** What changes. */
  input: EngagementInput;
  /** Why, for the history. */
  reason?: string | null;
}

/** What `engagementChanged` takes. */
export interface EngagementChangedVariables {
  /** Absent: all you may see. */
  filter?: EventFilter | null;
}
