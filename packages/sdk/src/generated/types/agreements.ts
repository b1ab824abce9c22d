// Generated from schema.graphql and operations/*.graphql by `pnpm --filter @entente/sdk run generate`. Do not edit.
import type { ActorLink, ActorRef, AgreementForm, AgreementStatus, AgreementSummary, ChangeEvent, ClaimInput, CommitmentAct, Cursor, DateTime, Dimension, EventFilter, Evidence, EvidenceFilter, FuzzyDateFilter, FuzzyDateInput, Gap, ImplementationStatus, Marking, Modality, NameInput, Number, PartyStatus, RecordFrame, TopicRef, Transition, WarningCode, When } from './common.js';

/** An action. */
export type AgreementActionInput = {
  /** The tenure of the signer. */
  by?: string | null;
  /** From when it has effect. */
  effectiveOn?: FuzzyDateInput | null;
  /** Where it happened. */
  engagement?: string | null;
  /** What supports it. */
  evidence?: Array<ClaimInput> | null;
  /** What was done. */
  kind: AgreementActionKind;
  /** When. */
  on?: FuzzyDateInput | null;
  /** By which party. */
  party?: ActorRef | null;
  /** The text of a reservation, declaration or objection. */
  text?: string | null;
};

/** Kinds of treaty action, as in the UN Treaty Collection. */
export const AgreementActionKind = {
  /** Given up. */
  ABANDONMENT: 'ABANDONMENT',
  /** Accepted. */
  ACCEPTANCE: 'ACCEPTANCE',
  /** Acceded. */
  ACCESSION: 'ACCESSION',
  /** Adopted. */
  ADOPTION: 'ADOPTION',
  /** Amended. */
  AMENDMENT: 'AMENDMENT',
  /** It was announced. */
  ANNOUNCED: 'ANNOUNCED',
  /** Approved. */
  APPROVAL: 'APPROVAL',
  /** Declaration made. */
  DECLARATION: 'DECLARATION',
  /** Signed, and bound by it. */
  DEFINITIVE_SIGNATURE: 'DEFINITIVE_SIGNATURE',
  /** Entered into force. */
  ENTRY_INTO_FORCE: 'ENTRY_INTO_FORCE',
  /** Notes exchanged. */
  EXCHANGE_OF_NOTES: 'EXCHANGE_OF_NOTES',
  /** Expired. */
  EXPIRY: 'EXPIRY',
  /** Extended in time or territory. */
  EXTENSION: 'EXTENSION',
  /** Formally confirmed, by an organization. */
  FORMAL_CONFIRMATION: 'FORMAL_CONFIRMATION',
  /** Initialled. */
  INITIALLED: 'INITIALLED',
  /** Negotiations began. */
  NEGOTIATION_OPENED: 'NEGOTIATION_OPENED',
  /** Objection made. */
  OBJECTION: 'OBJECTION',
  /** Applied provisionally. */
  PROVISIONAL_APPLICATION: 'PROVISIONAL_APPLICATION',
  /** Ratified. */
  RATIFICATION: 'RATIFICATION',
  /** Registered. */
  REGISTRATION: 'REGISTRATION',
  /** Reservation made. */
  RESERVATION: 'RESERVATION',
  /** Resumed. */
  RESUMPTION: 'RESUMPTION',
  /** Signed, subject to consent. */
  SIGNATURE: 'SIGNATURE',
  /** Succeeded to. */
  SUCCESSION: 'SUCCESSION',
  /** Suspended. */
  SUSPENSION: 'SUSPENSION',
  /** Terminated. */
  TERMINATION: 'TERMINATION',
  /** The text was agreed. */
  TEXT_AGREED: 'TEXT_AGREED',
  /** A party withdrew. */
  WITHDRAWAL: 'WITHDRAWAL'
} as const;
export type AgreementActionKind = (typeof AgreementActionKind)[keyof typeof AgreementActionKind] | (string & {});

/** Which agreements. */
export type AgreementFilter = {
  /** Of these ambits. */
  ambit?: Array<Ambit> | null;
  /** All of these. */
  and?: Array<AgreementFilter> | null;
  /** With all of these as parties. */
  between?: Array<ActorRef> | null;
  /** Changed after this instant. */
  changedSince?: DateTime | null;
  /** Resting on this. */
  evidence?: EvidenceFilter | null;
  /** Expected then. */
  expectedBy?: FuzzyDateFilter | null;
  /** Of these forms. */
  form?: Array<AgreementForm> | null;
  /** With such a gap in some field. */
  gap?: Array<Gap> | null;
  /** In force, or operative, on this day. */
  inForceOn?: string | null;
  /** With any of these. */
  involving?: Array<ActorRef> | null;
  /** Binding in law or not. */
  isBinding?: boolean | null;
  /** Only withdrawn ones, or only those that stand. */
  isRetracted?: boolean | null;
  /** With these markings. */
  marking?: Array<Marking> | null;
  /** Said so surely. */
  modality?: Array<Modality> | null;
  /** Not this. */
  not?: AgreementFilter | null;
  /** Having reached none of these. */
  notReached?: Array<Milestone> | null;
  /** One of these. */
  or?: Array<AgreementFilter> | null;
  /** Having reached this. */
  reached?: MilestoneFilter | null;
  /** Of these statuses, today. */
  status?: Array<AgreementStatus> | null;
  /** On one of these, or a narrower topic. */
  topics?: Array<TopicRef> | null;
  /** With one of these oddities. */
  warning?: Array<WarningCode> | null;
};

/** An agreement. */
export type AgreementInput = {
  /** First actions; only when recording. */
  actions?: Array<AgreementActionInput> | null;
  /** How many sides. */
  ambit?: Ambit | null;
  /** What it changes. */
  amends?: Array<string> | null;
  /** How consent is given. */
  consentMode?: ConsentMode | null;
  /** Who keeps the original. */
  depositary?: ActorRef | null;
  /** What supports it and its parts. */
  evidence?: Array<ClaimInput> | null;
  /** When it is expected. */
  expectedBy?: FuzzyDateInput | null;
  /** Its form. */
  form?: AgreementForm | null;
  /** Whether binding in law. */
  isBinding?: boolean | null;
  /** With whom it may be shared. Absent: that of its strictest evidence. */
  marking?: Marking | null;
  /** Other names of it. */
  names?: Array<NameInput> | null;
  /** Absent: ONE. */
  number?: Number | null;
  /** Its parties; at least one when recording. */
  parties?: Array<AgreementPartyInput> | null;
  /** Where it is registered. */
  registrations?: Array<string> | null;
  /** What it replaces. */
  supersedes?: Array<string> | null;
  /** The title or working title. */
  title?: string | null;
  /** What it is about. */
  topics?: Array<TopicRef> | null;
};

/** Orders of agreements. */
export const AgreementOrder = {
  /** Latest change first. */
  LAST_CHANGED: 'LAST_CHANGED',
  /** Latest action or expectation first. */
  NEWEST: 'NEWEST',
  /** Earliest first. */
  OLDEST: 'OLDEST'
} as const;
export type AgreementOrder = (typeof AgreementOrder)[keyof typeof AgreementOrder] | (string & {});

/** Which parties. */
export type AgreementPartyFilter = {
  /** These actors. */
  actor?: Array<ActorRef> | null;
  /** To these agreements. */
  agreement?: Array<string> | null;
  /** Bound by such an action. */
  consent?: Array<AgreementActionKind> | null;
  /** Bound then. */
  consentOn?: FuzzyDateFilter | null;
  /** Whether it made a reservation. */
  hasReservation?: boolean | null;
  /** Whether it signed. */
  hasSigned?: boolean | null;
  /** Of these standings. */
  status?: Array<PartyStatus> | null;
};

/** A party. */
export type AgreementPartyInput = {
  /** Who. */
  actor: ActorRef;
  /** Territories. */
  appliesTo?: Array<string> | null;
  /** Of one that is kept. */
  id?: string | null;
  /** Its side. */
  side?: string | null;
};

/** How many sides an agreement is open to. */
export const Ambit = {
  /** Two. */
  BILATERAL: 'BILATERAL',
  /** More. */
  MULTILATERAL: 'MULTILATERAL'
} as const;
export type Ambit = (typeof Ambit)[keyof typeof Ambit] | (string & {});

/** How consent to be bound is given (VCLT, art. 11). */
export const ConsentMode = {
  /** By accession. */
  ACCESSION: 'ACCESSION',
  /** By exchange of instruments. */
  EXCHANGE_OF_INSTRUMENTS: 'EXCHANGE_OF_INSTRUMENTS',
  /** By other means agreed. */
  OTHER: 'OTHER',
  /** By ratification, acceptance or approval. */
  RATIFICATION: 'RATIFICATION',
  /** By signature. */
  SIGNATURE: 'SIGNATURE'
} as const;
export type ConsentMode = (typeof ConsentMode)[keyof typeof ConsentMode] | (string & {});

/** Points in the life of an agreement. */
export const Milestone = {
  /** Entered into force, or became operative. */
  ENTRY_INTO_FORCE: 'ENTRY_INTO_FORCE',
  /** First on the agenda of an engagement. */
  FIRST_ENGAGEMENT: 'FIRST_ENGAGEMENT',
  /** First named by a source. */
  FIRST_MENTION: 'FIRST_MENTION',
  /** Negotiations began. */
  NEGOTIATION_OPENED: 'NEGOTIATION_OPENED',
  /** First signed. */
  SIGNATURE: 'SIGNATURE',
  /** Terminated, expired or abandoned. */
  TERMINATION: 'TERMINATION',
  /** The text was agreed. */
  TEXT_AGREED: 'TEXT_AGREED'
} as const;
export type Milestone = (typeof Milestone)[keyof typeof Milestone] | (string & {});

/** A milestone, and when. */
export type MilestoneFilter = {
  /** Which one. */
  milestone: Milestone;
  /** Reached then. Absent: at any time. */
  when?: FuzzyDateFilter | null;
};

/** An agreement with its parties, milestones and commitments, as recording and amending answer it. */
export interface AgreementRecord extends RecordFrame {
  /** The title, or the working title, in its original language. */
  title: string | null;
  /** SEVERAL where one row stands for "specific agreements". */
  number: Number;
  /** Its form. */
  form: AgreementForm | null;
  /** Derived from its actions. */
  status: AgreementStatus;
  /** Whether binding in law. */
  isBinding: boolean | null;
  /** How many sides it is open to. */
  ambit: Ambit | null;
  /** How consent to be bound is given. */
  consentMode: ConsentMode | null;
  /** Where it is registered (at most 20); when, says the action. Example: `UNTS I-54113`. */
  registrations: Array<string>;
  /** When it is expected. */
  expectedBy: When | null;
  /** When it reached a milestone; null if it did not. */
  mentioned: When | null;
  /** When it reached a milestone; null if it did not. */
  signed: When | null;
  /** When it reached a milestone; null if it did not. */
  inForce: When | null;
  /** When it reached a milestone; null if it did not. */
  ended: When | null;
  /** Who keeps the original. */
  depositary: ActorLink | null;
  /** What it is about (at most 50). */
  topics: Array<{
    id: string;
    label: string;
    /** Its readable key. Example: `border-security`. */
    slug: string;
  }>;
  /** Its parties (at most 300). */
  parties: Array<{
    id: string;
    /** Its side, where several form one. Example: `Benelux`. */
    side: string | null;
    /** Territories it extends the agreement to; these are not parties. */
    appliesTo: Array<string>;
    /** Derived from its actions. */
    status: PartyStatus;
    /** Whether it signed. */
    hasSigned: boolean;
    /** Whether it made a reservation. */
    hasReservation: boolean;
    /** How surely it is said, by its best live claim; null if none supports it. */
    modality: Modality | null;
    /** Who. */
    actor: ActorLink | null;
  }>;
  /** What it replaces (at most 50). */
  supersedes: Array<{
    id: string;
    label: string;
  }>;
  /** What replaces it (at most 50). */
  supersededBy: Array<{
    id: string;
    label: string;
  }>;
  /** What it changes (at most 50). */
  amends: Array<{
    id: string;
    label: string;
  }>;
  /** What changes it (at most 50). */
  amendedBy: Array<{
    id: string;
    label: string;
  }>;
  /** What it promises (at most 100). */
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
  /** How far it was carried out, the latest first (at most 100). */
  reports: Array<{
    id: string;
    /** How far. */
    status: ImplementationStatus;
    /** The period reported on. */
    period: When | null;
  }>;
}

/** Something done about an agreement. */
export interface ActionSummary {
  /** Its type and UUIDv7. Example: `engagement_01h455vb4pex5vsknk084sn02q`. */
  id: string;
  /** What was done. */
  kind: AgreementActionKind;
  /** The status of the agreement from then on, derived. */
  statusAfter: AgreementStatus;
  /** The text of a reservation, declaration or objection. */
  text: string | null;
  /** How surely it is said, by its best live claim; null if none supports it. */
  modality: Modality | null;
  /** When. */
  on: When | null;
  /** From when it has effect. */
  effectiveOn: When | null;
  /** By which party; null if by all or by none. */
  party: ActorLink | null;
  /** The office and person who signed. */
  by: {
    id: string;
    /** Who. */
    person: {
      id: string;
      label: string;
    } | null;
    /** Which office. */
    position: {
      id: string;
      /** Example: `Undersecretary`. */
      title: string;
    } | null;
  } | null;
  /** Where it happened. */
  engagement: {
    id: string;
    label: string;
  } | null;
}

/** An agreement whole: its parties, every action, where it was dealt with, and what is said of it. */
export interface AgreementDetail extends AgreementRecord {
  /** What was done about it, the earliest first. */
  actions: {
    /** The page. */
    nodes: Array<ActionSummary>;
    /** Where the page ends. */
    pageInfo: {
      /** Whether more follows. */
      hasNextPage: boolean;
    };
  };
  /** Where it was on the agenda or acted on. */
  engagements: {
    /** The page. */
    nodes: Array<{
      id: string;
      label: string;
      /** When it takes or took place. */
      when: When | null;
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

/** A party in a list, with its agreement. */
export interface PartySummary {
  /** Its type and UUIDv7. Example: `engagement_01h455vb4pex5vsknk084sn02q`. */
  id: string;
  /** Its side, where several form one. Example: `Benelux`. */
  side: string | null;
  /** Territories it extends the agreement to; these are not parties. */
  appliesTo: Array<string>;
  /** Derived from its actions. */
  status: PartyStatus;
  /** Whether it signed. */
  hasSigned: boolean;
  /** Whether it made a reservation. */
  hasReservation: boolean;
  /** How surely it is said, by its best live claim; null if none supports it. */
  modality: Modality | null;
  /** Who. */
  actor: ActorLink | null;
  /** To which agreement. */
  agreement: {
    id: string;
    label: string;
    /** Derived from its actions. */
    status: AgreementStatus;
  };
  /** How it consented to be bound. */
  consent: {
    id: string;
    /** What was done. */
    kind: AgreementActionKind;
    /** When. */
    on: When | null;
  } | null;
}

/** An action, and the agreement it changed. */
export interface ActionRecord extends ActionSummary {
  /** About which one. */
  agreement: {
    id: string;
    label: string;
    /** Counts its changes and those of its parts, from 1; give it as expectedVersion. */
    version: number;
    /** Derived from its actions. */
    status: AgreementStatus;
  };
}

/** A change of an agreement's status, and the agreement as it is now. */
export interface ChangedAgreementStatus {
  /** Which type it is. */
  __typename: 'AgreementStatusChange';
  /** Where to resume. */
  cursor: Cursor;
  /** What it means for the filter. */
  transition: Transition;
  /** The status before; null if new. */
  from: AgreementStatus | null;
  /** The status after. */
  to: AgreementStatus;
  /** The event. */
  event: ChangeEvent;
  /** The agreement as it is now; null if gone or hidden. */
  record: AgreementSummary | null;
}

/** What `getAgreement` takes. */
export interface GetAgreementVariables {
  /** Begins with `agreement_`. */
  id: string;
}

/** What `listAgreements` takes. */
export interface ListAgreementsVariables {
  /** Which ones. Absent: all. */
  filter?: AgreementFilter | null;
  /** In which order. */
  orderBy?: AgreementOrder | null;
}

/** What `getAgreementAsOf` takes. */
export interface GetAgreementAsOfVariables {
  /** What was recorded later is left out. */
  recordedAt: DateTime;
  /** Begins with `agreement_`. */
  id: string;
}

/** What `listAgreementsAsOf` takes. */
export interface ListAgreementsAsOfVariables {
  /** What was recorded later is left out. */
  recordedAt: DateTime;
  /** Which ones. Absent: all. */
  filter?: AgreementFilter | null;
  /** In which order. */
  orderBy?: AgreementOrder | null;
}

/** What `listAgreementParties` takes. */
export interface ListAgreementPartiesVariables {
  /** Which ones. Absent: all. */
  filter?: AgreementPartyFilter | null;
}

/** What `groupAgreements` takes. */
export interface GroupAgreementsVariables {
  /** Up to 3 that fit this set. None gives one row. */
  by: Array<Dimension>;
  /** Which ones. Absent: all. */
  filter?: AgreementFilter | null;
  /** Rows for empty periods too. */
  fillEmpty?: boolean | null;
  /** At most 1000. */
  top?: number | null;
}

/** What `recordAgreement` takes. */
export interface RecordAgreementVariables {
  /** What to record. */
  input: AgreementInput;
}

/** What `amendAgreement` takes. */
export interface AmendAgreementVariables {
  /** Which one. */
  id: string;
  /** The version you have seen; another current one is a CONFLICT that carries it. */
  expectedVersion: number;
  /** What changes. */
  input: AgreementInput;
  /** Why, for the history. */
  reason?: string | null;
}

/** What `recordAgreementAction` takes. */
export interface RecordAgreementActionVariables {
  /** Which one. */
  agreement: string;
  /** What was done. */
  input: AgreementActionInput;
}

/** What `agreementStatusChanged` takes. */
export interface AgreementStatusChangedVariables {
  /** Absent: all you may see. */
  filter?: EventFilter | null;
}
