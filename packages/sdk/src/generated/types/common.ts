// Generated from schema.graphql and operations/*.graphql by `pnpm --filter @entente/sdk run generate`. Do not edit.
/** Names an actor in input: its id, an ISO 3166-1 code (`QA`, `QAT`), a Wikidata id (`Q846`) or an outlet's web domain. An unknown code is BAD_USER_INPUT. */
export type ActorRef = string;

/** An opaque position: of a page in its list, filter and order, or of the event log for one clearance. Never build or read one. */
export type Cursor = string;

/** An instant, RFC 3339, answered in UTC with milliseconds. Example: `2026-01-31T08:00:00.000Z`. */
export type DateTime = string;

/** A length of time, ISO 8601. Example: `P12M`. */
export type Duration = string;

/** A date as sure as it is known, EDTF (ISO 8601-2). Examples: `2017`, `2021-03~`, `XXXX-03`, `2003/..`. */
export type Edtf = string;

/** Names any record in input: its id, or whatever ActorRef or TopicRef take. */
export type RecordRef = string;

/** Names a topic in input: its id or its slug (`border-security`). An unknown slug is BAD_USER_INPUT. */
export type TopicRef = string;

/** The four types of actor. */
export const ActorKind = {
  /** An ActorGroup. */
  GROUP: 'GROUP',
  /** An Organization. */
  ORGANIZATION: 'ORGANIZATION',
  /** A Person. */
  PERSON: 'PERSON',
  /** A State. */
  STATE: 'STATE'
} as const;
export type ActorKind = (typeof ActorKind)[keyof typeof ActorKind] | (string & {});

/** Whose outlet it is. */
export const Affiliation = {
  /** Neither. */
  INDEPENDENT: 'INDEPENDENT',
  /** Close to a state, not owned by one. */
  STATE_AFFILIATED: 'STATE_AFFILIATED',
  /** Owned by a state. */
  STATE_OWNED: 'STATE_OWNED'
} as const;
export type Affiliation = (typeof Affiliation)[keyof typeof Affiliation] | (string & {});

/** Forms of agreement. */
export const AgreementForm = {
  /** An arrangement. */
  ARRANGEMENT: 'ARRANGEMENT',
  /** A convention. */
  CONVENTION: 'CONVENTION',
  /** An exchange of notes. */
  EXCHANGE_OF_NOTES: 'EXCHANGE_OF_NOTES',
  /** A framework agreement. */
  FRAMEWORK: 'FRAMEWORK',
  /** A joint statement. */
  JOINT_STATEMENT: 'JOINT_STATEMENT',
  /** A memorandum of understanding. */
  MOU: 'MOU',
  /** A protocol. */
  PROTOCOL: 'PROTOCOL',
  /** A treaty. */
  TREATY: 'TREATY'
} as const;
export type AgreementForm = (typeof AgreementForm)[keyof typeof AgreementForm] | (string & {});

/** The status of an agreement, derived, in the order in which it is usually passed through. */
export const AgreementStatus = {
  /** Given up before entry into force. */
  ABANDONED: 'ABANDONED',
  /** Announced or expected; no text. */
  ANTICIPATED: 'ANTICIPATED',
  /** All signatories consented. */
  BOUND: 'BOUND',
  /** In force. */
  IN_FORCE: 'IN_FORCE',
  /** In effect, though not binding in law. */
  OPERATIVE: 'OPERATIVE',
  /** Some signatories consented to be bound. */
  PARTIALLY_BOUND: 'PARTIALLY_BOUND',
  /** Applied before entry into force. */
  PROVISIONALLY_APPLIED: 'PROVISIONALLY_APPLIED',
  /** Signed, not yet binding. */
  SIGNED: 'SIGNED',
  /** Suspended. */
  SUSPENDED: 'SUSPENDED',
  /** Ended. */
  TERMINATED: 'TERMINATED',
  /** The text is agreed. */
  TEXT_AGREED: 'TEXT_AGREED',
  /** Being negotiated. */
  UNDER_NEGOTIATION: 'UNDER_NEGOTIATION'
} as const;
export type AgreementStatus = (typeof AgreementStatus)[keyof typeof AgreementStatus] | (string & {});

/** A step of attribution. */
export type AttributionInput = {
  /** The wording, if unnamed. */
  descriptor?: string | null;
  /** What sort of speaker. */
  kind: AttributionKind;
  /** The step, 1 nearest the source. */
  order?: number;
  /** The text referred to. */
  referencedSource?: string | null;
  /** Who. */
  speaker?: ActorRef | null;
  /** The office in which it speaks. */
  tenure?: string | null;
};

/** Sorts of speaker. */
export const AttributionKind = {
  /** An analyst. */
  ANALYST: 'ANALYST',
  /** A document. */
  DOCUMENT: 'DOCUMENT',
  /** Another outlet. */
  MEDIA: 'MEDIA',
  /** An official or organ. */
  OFFICIAL: 'OFFICIAL',
  /** Anybody else. */
  OTHER: 'OTHER'
} as const;
export type AttributionKind = (typeof AttributionKind)[keyof typeof AttributionKind] | (string & {});

/** What can happen to a record. */
export const Change = {
  /** Changed. */
  AMENDED: 'AMENDED',
  /** An expected date went by. */
  DATE_PASSED: 'DATE_PASSED',
  /** Erased. */
  EXPUNGED: 'EXPUNGED',
  /** A verdict on its identity. */
  IDENTIFIED: 'IDENTIFIED',
  /** Recorded. */
  RECORDED: 'RECORDED',
  /** Its withdrawal was taken back. */
  REINSTATED: 'REINSTATED',
  /** Withdrawn. */
  RETRACTED: 'RETRACTED',
  /** A derived status changed. */
  STATUS_CHANGED: 'STATUS_CHANGED'
} as const;
export type Change = (typeof Change)[keyof typeof Change] | (string & {});

/** A claim. Inside another input it supports that record, and `predicate` and `targets` may be left out. */
export type ClaimInput = {
  /** Who says it beyond the source. */
  attributions?: Array<AttributionInput> | null;
  /** Its grade. */
  credibility?: Credibility | null;
  /** Which way it moves. */
  direction?: Direction | null;
  /** Inside another input: what of it this supports, by path. Example: `["when", "participations.0"]`. Absent: the whole. */
  fields?: Array<string> | null;
  /** What an empty field means. */
  gap?: Gap | null;
  /** With whom it may be shared. Absent: that of its source, and never below. */
  marking?: Marking | null;
  /** Absent: ASSERTED. */
  modality?: Modality | null;
  /** Its ground; needed unless from a dataset row, or resting on other claims. */
  passages?: Array<PassageInput> | null;
  /** Absent: POSITIVE. */
  polarity?: Polarity | null;
  /** Absent: SUPPORTS_RECORD. */
  predicate?: Predicate | null;
  /** Rank among one holder's objectives. */
  priority?: number | null;
  /** Claims that support it, of an inference. */
  restsOn?: Array<string> | null;
  /** Where it is said; needed unless it rests on other claims. */
  source?: string | null;
  /** Absent: NORMAL. */
  standing?: Standing | null;
  /** It in our words; needed when recording. */
  statement?: string | null;
  /** What it is about; one SUBJECT is needed in recordClaim. */
  targets?: Array<ClaimTargetInput> | null;
  /** When it holds. */
  valid?: FuzzyDateInput | null;
  /** What it says where that differs from the field. */
  value?: string | null;
};

/** A target: a record, with a part or field if need be, or a descriptor. */
export type ClaimTargetInput = {
  /** The wording, if unnamed. */
  descriptor?: string | null;
  /** The field. */
  field?: string | null;
  /** The part of it. */
  part?: string | null;
  /** The record. */
  record?: RecordRef | null;
  /** In what role. */
  role?: TargetRole;
};

/** How a commitment was given. */
export const CommitmentAct = {
  /** Made. */
  MADE: 'MADE',
  /** Reaffirmed. */
  REAFFIRMED: 'REAFFIRMED'
} as const;
export type CommitmentAct = (typeof CommitmentAct)[keyof typeof CommitmentAct] | (string & {});

/** Kinds of context event; the first three are measures. */
export const ContextEventKind = {
  /** An armed conflict. */
  ARMED_CONFLICT: 'ARMED_CONFLICT',
  /** A blockade. */
  BLOCKADE: 'BLOCKADE',
  /** An economic crisis. */
  ECONOMIC_CRISIS: 'ECONOMIC_CRISIS',
  /** An election. */
  ELECTION: 'ELECTION',
  /** An epidemic. */
  EPIDEMIC: 'EPIDEMIC',
  /** Anything else. */
  OTHER: 'OTHER',
  /** Protests. */
  PROTESTS: 'PROTESTS',
  /** Sanctions. */
  SANCTIONS: 'SANCTIONS',
  /** Relations broken off. */
  SEVERED_RELATIONS: 'SEVERED_RELATIONS'
} as const;
export type ContextEventKind = (typeof ContextEventKind)[keyof typeof ContextEventKind] | (string & {});

/** Roles in a context event. */
export const ContextEventRole = {
  /** It is touched by it. */
  AFFECTED: 'AFFECTED',
  /** It imposed the measure. */
  IMPOSER: 'IMPOSER',
  /** The measure is against it. */
  TARGET: 'TARGET'
} as const;
export type ContextEventRole = (typeof ContextEventRole)[keyof typeof ContextEventRole] | (string & {});

/** Admiralty code of an item of information, the best first. */
export const Credibility = {
  /** 6: looked at, and cannot be judged. */
  CANNOT_BE_JUDGED: 'CANNOT_BE_JUDGED',
  /** 1: confirmed by independent origins. */
  CONFIRMED: 'CONFIRMED',
  /** 4: doubtfully true. */
  DOUBTFUL: 'DOUBTFUL',
  /** 5: improbable. */
  IMPROBABLE: 'IMPROBABLE',
  /** 3: possibly true. */
  POSSIBLY_TRUE: 'POSSIBLY_TRUE',
  /** 2: probably true. */
  PROBABLY_TRUE: 'PROBABLY_TRUE'
} as const;
export type Credibility = (typeof Credibility)[keyof typeof Credibility] | (string & {});

/** How a fuzzy date is compared with a range. */
export const DateMatch = {
  /** It lies inside, and is neither uncertain nor approximate. */
  CERTAIN: 'CERTAIN',
  /** Some of what it may mean lies inside. */
  OVERLAPPING: 'OVERLAPPING',
  /** It may lie inside: also where a bound, or the date, is unknown. */
  POSSIBLE: 'POSSIBLE'
} as const;
export type DateMatch = (typeof DateMatch)[keyof typeof DateMatch] | (string & {});

/** By what a set is counted. One that does not fit the set is BAD_USER_INPUT. */
export const Dimension = {
  /** CAMEO root, of engagements. */
  CAMEO_ROOT: 'CAMEO_ROOT',
  /** Form, of agreements. */
  FORM: 'FORM',
  /** Kind, of engagements. */
  KIND: 'KIND',
  /** Highest level, of engagements. */
  LEVEL: 'LEVEL',
  /** Modality, of claims. */
  MODALITY: 'MODALITY',
  /** Month, likewise. */
  MONTH: 'MONTH',
  /** PLOVER category, of engagements. */
  PLOVER_CATEGORY: 'PLOVER_CATEGORY',
  /** Predicate, of claims. */
  PREDICATE: 'PREDICATE',
  /** Publisher of the evidence. */
  PUBLISHER: 'PUBLISHER',
  /** Quarter, likewise. */
  QUARTER: 'QUARTER',
  /** Pair of states. */
  RELATIONSHIP: 'RELATIONSHIP',
  /** State that takes part, is a party, is named; one with two states counts in both. */
  STATE: 'STATE',
  /** Status of engagements or agreements. */
  STATUS: 'STATUS',
  /** Topic. */
  TOPIC: 'TOPIC',
  /** Year: of an engagement, of signature, of publication. */
  YEAR: 'YEAR'
} as const;
export type Dimension = (typeof Dimension)[keyof typeof Dimension] | (string & {});

/** Which way something moves. */
export const Direction = {
  /** Falling. */
  FALLING: 'FALLING',
  /** Rising. */
  RISING: 'RISING',
  /** Steady. */
  STEADY: 'STEADY'
} as const;
export type Direction = (typeof Direction)[keyof typeof Direction] | (string & {});

/** Sorts of engagement. */
export const EngagementKind = {
  /** A telephone or video call. */
  CALL: 'CALL',
  /** A conference. */
  CONFERENCE: 'CONFERENCE',
  /** Letters or messages. */
  CORRESPONDENCE: 'CORRESPONDENCE',
  /** A joint exercise. */
  EXERCISE: 'EXERCISE',
  /** A fair or exhibition. */
  EXHIBITION: 'EXHIBITION',
  /** A mediation. */
  MEDIATION: 'MEDIATION',
  /** A meeting. */
  MEETING: 'MEETING',
  /** Anything else. */
  OTHER: 'OTHER',
  /** A signing ceremony. */
  SIGNING_CEREMONY: 'SIGNING_CEREMONY',
  /** A summit. */
  SUMMIT: 'SUMMIT',
  /** Talks whose form is not stated. */
  TALKS: 'TALKS',
  /** A journey to another state, with its meetings as children. */
  VISIT: 'VISIT'
} as const;
export type EngagementKind = (typeof EngagementKind)[keyof typeof EngagementKind] | (string & {});

/** How far an engagement got. */
export const EngagementStatus = {
  /** Called off. */
  CANCELLED: 'CANCELLED',
  /** Somebody expects it. */
  EXPECTED: 'EXPECTED',
  /** It took place, at least in part. */
  HELD: 'HELD',
  /** An invitation stands. */
  INVITED: 'INVITED',
  /** Put off. */
  POSTPONED: 'POSTPONED',
  /** It has a date. */
  SCHEDULED: 'SCHEDULED',
  /** No source says that it took place. */
  UNCONFIRMED: 'UNCONFIRMED',
  /** Going on. */
  UNDER_WAY: 'UNDER_WAY'
} as const;
export type EngagementStatus = (typeof EngagementStatus)[keyof typeof EngagementStatus] | (string & {});

/** Which events. Conditions look at the record before and after. */
export type EventFilter = {
  /** Agreements now of these statuses. */
  agreementStatus?: Array<AgreementStatus> | null;
  /** All of these. */
  and?: Array<EventFilter> | null;
  /** With all of these. */
  between?: Array<ActorRef> | null;
  /** With these changes. */
  change?: Array<Change> | null;
  /** Claims of this grade or a better one. */
  credibilityAtLeast?: Credibility | null;
  /** Engagements of these kinds. */
  engagementKind?: Array<EngagementKind> | null;
  /** With any of these. */
  involving?: Array<ActorRef> | null;
  /** Engagements of this level or a higher one. */
  levelAtLeast?: Level | null;
  /** Not this. */
  not?: EventFilter | null;
  /** One of these. */
  or?: Array<EventFilter> | null;
  /** Resting on sources of these. */
  publishers?: Array<ActorRef> | null;
  /** Of these records. */
  record?: Array<string> | null;
  /** Of these types. */
  recordType?: Array<RecordType> | null;
  /** Resting on these sources. */
  sources?: Array<string> | null;
  /** On these topics. */
  topics?: Array<TopicRef> | null;
};

/** On what a record or claim rests. The same for engagements, agreements and claims. */
export type EvidenceFilter = {
  /** All its origins are of these affiliations. */
  affiliation?: Array<Affiliation> | null;
  /** Still supported if all sources of these are left out. */
  leavingOut?: Array<ActorRef> | null;
  /** Has at least so many independent origins. */
  originsAtLeast?: number | null;
  /** Has at most so many independent origins. */
  originsAtMost?: number | null;
  /** Rests on a source of one of these. */
  publishers?: Array<ActorRef> | null;
  /** Rests on an outlet of this grade or a better one. */
  reliabilityAtLeast?: Reliability | null;
  /** Rests on one of these, whichever source carried it. */
  sources?: Array<string> | null;
};

/** Compares a fuzzy date with a range. Example: `{from: "2021", to: "2021-06"}`. */
export type FuzzyDateFilter = {
  /** Begins here. Example: `2021`. */
  from?: Edtf | null;
  /** How sure the match must be. */
  match?: DateMatch | null;
  /** Begins at most so long before today. */
  newerThan?: Duration | null;
  /** Ends at least so long before today. Example: `P12M`. */
  olderThan?: Duration | null;
  /** Ends here, included. */
  to?: Edtf | null;
};

/** A date as a source gives it. At least one of the two. */
export type FuzzyDateInput = {
  /** What it resolves to, if it does. Example: `XXXX-03`. */
  edtf?: Edtf | null;
  /** The wording, verbatim, at most 500 characters. Example: `in early March`. */
  text?: string | null;
};

/** What an empty field means. Without a gap it is simply unknown. */
export const Gap = {
  /** Of a list: there are more than those named. */
  INCOMPLETE: 'INCOMPLETE',
  /** There is none. */
  NONE: 'NONE',
  /** The question does not arise. */
  NOT_APPLICABLE: 'NOT_APPLICABLE',
  /** Those who know withhold it, and a source says so. */
  NOT_DISCLOSED: 'NOT_DISCLOSED'
} as const;
export type Gap = (typeof Gap)[keyof typeof Gap] | (string & {});

/** How far something was carried out. */
export const ImplementationStatus = {
  /** In full. */
  COMPLETE: 'COMPLETE',
  /** Not begun. */
  NOT_STARTED: 'NOT_STARTED',
  /** In part. */
  PARTIAL: 'PARTIAL',
  /** Undone. */
  REVERSED: 'REVERSED',
  /** Standing still. */
  STALLED: 'STALLED'
} as const;
export type ImplementationStatus = (typeof ImplementationStatus)[keyof typeof ImplementationStatus] | (string & {});

/** Levels of office, the highest first; "at least" means this or a higher one. */
export const Level = {
  /** An ambassador. */
  AMBASSADOR: 'AMBASSADOR',
  /** A deputy minister or undersecretary. */
  DEPUTY_MINISTER: 'DEPUTY_MINISTER',
  /** A prime minister. */
  HEAD_OF_GOVERNMENT: 'HEAD_OF_GOVERNMENT',
  /** A monarch or president. */
  HEAD_OF_STATE: 'HEAD_OF_STATE',
  /** A minister. */
  MINISTER: 'MINISTER',
  /** Any other official. */
  OFFICIAL: 'OFFICIAL',
  /** A senior official. */
  SENIOR_OFFICIAL: 'SENIOR_OFFICIAL'
} as const;
export type Level = (typeof Level)[keyof typeof Level] | (string & {});

/** Traffic Light Protocol 2.0, read as clearances in rising order. What is above yours does not exist for you. */
export const Marking = {
  /** Within the organization and its clients. */
  AMBER: 'AMBER',
  /** Within the organization only. */
  AMBER_STRICT: 'AMBER_STRICT',
  /** No limit. */
  CLEAR: 'CLEAR',
  /** Within the community. */
  GREEN: 'GREEN',
  /** For named recipients only. */
  RED: 'RED'
} as const;
export type Marking = (typeof Marking)[keyof typeof Marking] | (string & {});

/** With what force something is said. "Unknown" is null. */
export const Modality = {
  /** An accusation not admitted by the accused. */
  ALLEGED: 'ALLEGED',
  /** Said outright. */
  ASSERTED: 'ASSERTED',
  /** Expected. */
  EXPECTED: 'EXPECTED',
  /** If it were so. */
  HYPOTHETICAL: 'HYPOTHETICAL',
  /** Our own reading; the passages are its ground. */
  INFERRED: 'INFERRED',
  /** Likely. */
  LIKELY: 'LIKELY',
  /** Possible. */
  POSSIBLE: 'POSSIBLE',
  /** The speaker is hidden: "reportedly", "is seen as". */
  REPORTED: 'REPORTED'
} as const;
export type Modality = (typeof Modality)[keyof typeof Modality] | (string & {});

/** A spelling. */
export type NameInput = {
  /** What supports it; only in recordName. */
  evidence?: Array<ClaimInput> | null;
  /** The first source that uses it. */
  firstSource?: string | null;
  /** Of one that is kept. */
  id?: string | null;
  /** What sort of name. */
  kind?: NameKind;
  /** Language and script. */
  language?: string | null;
  /** The spelling, verbatim. */
  value: string;
};

/** Sorts of name. */
export const NameKind = {
  /** Initials. Example: `MOI`. */
  ACRONYM: 'ACRONYM',
  /** Another one. Example: `Milipol Qatar`. */
  ALIAS: 'ALIAS',
  /** The usual one. */
  COMMON: 'COMMON',
  /** A place that stands for a state. Example: `Doha`. */
  METONYM: 'METONYM',
  /** As misprinted. */
  MISSPELLING: 'MISSPELLING',
  /** The formal one. Example: `Republic of Iraq`. */
  OFFICIAL: 'OFFICIAL',
  /** Rendered from another script. */
  TRANSLITERATION: 'TRANSLITERATION'
} as const;
export type NameKind = (typeof NameKind)[keyof typeof NameKind] | (string & {});

/** Whether a row stands for one or for several of unknown number. */
export const Number = {
  /** One. */
  ONE: 'ONE',
  /** Several in one row; counts skip it. Example: "further discussions". */
  SEVERAL: 'SEVERAL'
} as const;
export type Number = (typeof Number)[keyof typeof Number] | (string & {});

/** Roles in an engagement. */
export const ParticipationRole = {
  /** It presided. */
  CHAIR: 'CHAIR',
  /** It received the others. */
  HOST: 'HOST',
  /** It invited; not present, counts for no level, gap or network. */
  INVITER: 'INVITER',
  /** It mediated. */
  MEDIATOR: 'MEDIATOR',
  /** It watched. */
  OBSERVER: 'OBSERVER',
  /** It took part. */
  PARTICIPANT: 'PARTICIPANT',
  /** It sent another; not present, counts for no level, gap or network. */
  SENDER: 'SENDER',
  /** It travelled. */
  VISITOR: 'VISITOR'
} as const;
export type ParticipationRole = (typeof ParticipationRole)[keyof typeof ParticipationRole] | (string & {});

/** A party's standing, derived. */
export const PartyStatus = {
  /** It consented to be bound. */
  CONTRACTING: 'CONTRACTING',
  /** The agreement is in force for it. */
  PARTY: 'PARTY',
  /** Expected to become one. */
  PROSPECTIVE: 'PROSPECTIVE',
  /** It signed. */
  SIGNATORY: 'SIGNATORY',
  /** It left. */
  WITHDRAWN: 'WITHDRAWN'
} as const;
export type PartyStatus = (typeof PartyStatus)[keyof typeof PartyStatus] | (string & {});

/** A passage: a known one by id, or a new one. */
export type PassageInput = {
  /** Where it ends, exclusive. */
  end?: number | null;
  /** The section heading above it. */
  heading?: string | null;
  /** A known one. */
  id?: string | null;
  /** The exact text; it must stand at its offsets. This or quoteHash. */
  quote?: string | null;
  /** SHA-256 of the exact text, in hexadecimal, where the text may not be kept. */
  quoteHash?: string | null;
  /** Where it begins, in Unicode code points from 0. */
  start?: number | null;
};

/** Whether a claim says or denies. */
export const Polarity = {
  /** It is not so; a denial, with its speaker attributed. */
  NEGATIVE: 'NEGATIVE',
  /** It is so. */
  POSITIVE: 'POSITIVE'
} as const;
export type Polarity = (typeof Polarity)[keyof typeof Polarity] | (string & {});

/** What sort of proposition a claim is. */
export const Predicate = {
  /** A judgement, a need, how others take it. */
  ASSESSMENT: 'ASSESSMENT',
  /** Why it is so. */
  CAUSE: 'CAUSE',
  /** On what it depends. */
  CONDITION: 'CONDITION',
  /** A policy, influence or past programme. */
  CONDUCT: 'CONDUCT',
  /** Background. */
  CONTEXT: 'CONTEXT',
  /** A field of cooperation; TOPIC targets name it. */
  COOPERATION_AREA: 'COOPERATION_AREA',
  /** Named without a role. */
  MENTION: 'MENTION',
  /** An aim or motive; SUBJECT is its holder, and the engagement if one. */
  OBJECTIVE: 'OBJECTIVE',
  /** What stands in the way. */
  OBSTACLE: 'OBSTACLE',
  /** `value` HOSTILE, RIVALRY, STRAINED, NORMAL, COOPERATIVE or ALLIED. */
  RELATIONSHIP_PHASE: 'RELATIONSHIP_PHASE',
  /** A role an actor plays; `value` MEDIATOR and the like. */
  ROLE: 'ROLE',
  /** Evidence for its target records, parts and fields. */
  SUPPORTS_RECORD: 'SUPPORTS_RECORD',
  /** Many events taken together; never counted as events. */
  TREND: 'TREND'
} as const;
export type Predicate = (typeof Predicate)[keyof typeof Predicate] | (string & {});

/** The types of record. */
export const RecordType = {
  /** State, Organization, Person or ActorGroup. */
  ACTOR: 'ACTOR',
  /** Agreement. */
  AGREEMENT: 'AGREEMENT',
  /** Claim. */
  CLAIM: 'CLAIM',
  /** ContextEvent. */
  CONTEXT_EVENT: 'CONTEXT_EVENT',
  /** Engagement. */
  ENGAGEMENT: 'ENGAGEMENT',
  /** Place. */
  PLACE: 'PLACE',
  /** Position. */
  POSITION: 'POSITION',
  /** Source. */
  SOURCE: 'SOURCE',
  /** Topic. */
  TOPIC: 'TOPIC'
} as const;
export type RecordType = (typeof RecordType)[keyof typeof RecordType] | (string & {});

/** Admiralty code of a source, the best first. */
export const Reliability = {
  /** Completely reliable. */
  A: 'A',
  /** Usually reliable. */
  B: 'B',
  /** Fairly reliable. */
  C: 'C',
  /** Not usually reliable. */
  D: 'D',
  /** Unreliable. */
  E: 'E',
  /** Cannot be judged. */
  F: 'F'
} as const;
export type Reliability = (typeof Reliability)[keyof typeof Reliability] | (string & {});

/** How a claim stands among rivals. */
export const Standing = {
  /** Kept, taken last. */
  DEPRECATED: 'DEPRECATED',
  /** As any other. */
  NORMAL: 'NORMAL',
  /** Taken first. */
  PREFERRED: 'PREFERRED'
} as const;
export type Standing = (typeof Standing)[keyof typeof Standing] | (string & {});

/** Roles of a target in a claim. */
export const TargetRole = {
  /** Against whom. */
  AGAINST: 'AGAINST',
  /** For whose good. */
  BENEFICIARY: 'BENEFICIARY',
  /** Against what background. */
  CONTEXT: 'CONTEXT',
  /** Towards whom or what. */
  OBJECT: 'OBJECT',
  /** Whom or what it is about; several are so jointly. */
  SUBJECT: 'SUBJECT',
  /** In which field. */
  TOPIC: 'TOPIC'
} as const;
export type TargetRole = (typeof TargetRole)[keyof typeof TargetRole] | (string & {});

/** A person's time in an office. */
export type TenureInput = {
  /** What supports it. */
  evidence?: Array<ClaimInput> | null;
  /** Since when. */
  from?: FuzzyDateInput | null;
  /** Of one that is kept. */
  id?: string | null;
  /** Whether ad interim. */
  isActing?: boolean | null;
  /** Who; needed in recordTenure. */
  person?: ActorRef | null;
  /** Which office. */
  position: string;
  /** Until when. */
  to?: FuzzyDateInput | null;
};

/** What a change means for a filter and a reader. */
export const Transition = {
  /** New in the log and in the filter. */
  CREATED: 'CREATED',
  /** Withdrawn or erased. */
  DELETED: 'DELETED',
  /** Came in, by a change or a lowered marking. */
  ENTERED: 'ENTERED',
  /** Went out, by a change or a raised marking. */
  LEFT: 'LEFT',
  /** Was in, is in. */
  UPDATED: 'UPDATED'
} as const;
export type Transition = (typeof Transition)[keyof typeof Transition] | (string & {});

/** Oddities that are stored with a warning. */
export const WarningCode = {
  /** A gap claim on a field that has a value. */
  GAP_ON_KNOWN_VALUE: 'GAP_ON_KNOWN_VALUE',
  /** In force before it was signed. */
  IN_FORCE_BEFORE_SIGNATURE: 'IN_FORCE_BEFORE_SIGNATURE',
  /** A title of 2,000 characters or more. */
  LONG_TITLE: 'LONG_TITLE',
  /** One visit coded twice, by visitor and by host. */
  MIRRORED_PAIR: 'MIRRORED_PAIR',
  /** A bilateral agreement with other than two sides. */
  NOT_TWO_SIDES: 'NOT_TWO_SIDES',
  /** No claim supports it. */
  NO_EVIDENCE: 'NO_EVIDENCE',
  /** A child lies outside its parent's dates. */
  OUTSIDE_PARENT_DATES: 'OUTSIDE_PARENT_DATES',
  /** Ratified by a party that had not signed. */
  RATIFIED_WITHOUT_SIGNING: 'RATIFIED_WITHOUT_SIGNING',
  /** The office held does not cover the engagement. */
  TENURE_DOES_NOT_COVER: 'TENURE_DOES_NOT_COVER',
  /** A person in two countries at once. */
  TWO_COUNTRIES_AT_ONCE: 'TWO_COUNTRIES_AT_ONCE'
} as const;
export type WarningCode = (typeof WarningCode)[keyof typeof WarningCode] | (string & {});

/** An agreement in a list. */
export interface AgreementSummary {
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
  /** The title, or the working title, in its original language. */
  title: string | null;
  /** SEVERAL where one row stands for "specific agreements". */
  number: Number;
  /** Its form. */
  form: AgreementForm | null;
  /** Derived from its actions. */
  status: AgreementStatus;
  /** How surely it, or one field, is said; null if no claim supports that. Of a claim: the force its last speaker gives it. */
  modality: Modality | null;
  /** When it is expected. */
  expectedBy: When | null;
  /** Its parties (at most 300). */
  parties: Array<{
    id: string;
    /** Derived from its actions. */
    status: PartyStatus;
    /** Who. */
    actor: ActorLink | null;
  }>;
  /** What it is about (at most 50). */
  topics: Array<{
    id: string;
    label: string;
    /** Its readable key. Example: `border-security`. */
    slug: string;
  }>;
}

/** A context event in a list. */
export interface ContextEventSummary {
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
  /** What sort. */
  kind: ContextEventKind;
  /** Whether somebody imposed it. */
  isMeasure: boolean;
  /** How surely it, or one field, is said; null if no claim supports that. Of a claim: the force its last speaker gives it. */
  modality: Modality | null;
  /** From when to when. Example: `2017/`, end unknown. */
  when: When | null;
  /** Where. */
  place: {
    id: string;
    label: string;
  } | null;
  /** Who imposed it, and whom it touches (at most 100). */
  actors: Array<{
    id: string;
    /** In what role. */
    role: ContextEventRole;
    /** Who. */
    actor: ActorLink | null;
  }>;
}

/** An engagement in a list. */
export interface EngagementSummary {
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
  /** What sort of contact. */
  kind: EngagementKind;
  /** How far it got. */
  status: EngagementStatus;
  /** SEVERAL where one row stands for "further discussions". */
  number: Number;
  /** How surely it, or one field, is said; null if no claim supports that. Of a claim: the force its last speaker gives it. */
  modality: Modality | null;
  /** Whether it is awaited and its window has passed. */
  isOverdue: boolean;
  /** When it takes or took place. */
  when: When | null;
  /** Where. */
  place: {
    id: string;
    label: string;
  } | null;
  /** The highest of all present; null if no level is known. */
  highestLevel: Level | null;
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
  }>;
}

/** One change, as an entry of the event log. */
export interface ChangeEvent {
  /** Stable over all transports and retries. */
  id: string;
  /** What changed. */
  recordType: RecordType;
  /** Which one. */
  recordId: string;
  /** Its version after the change. */
  recordVersion: number;
  /** What happened. */
  change: Change;
  /** Fields and parts that changed. */
  changed: Array<string>;
  /** The changed values before; see schemaVersion. */
  before: unknown | null;
  /** The changed values after. */
  after: unknown | null;
  /** When it was committed. */
  at: DateTime;
  /** The account or importer. */
  by: string;
  /** Why, if said. */
  reason: string | null;
  /** Of `before` and `after`; additive within a number. */
  schemaVersion: number;
}

/** A date as a source gives it, with the days it may mean. */
export interface When {
  /** The wording of the source. Example: `this week`. */
  text: string | null;
  /** What the wording resolves to; null where it cannot be resolved. */
  edtf: Edtf | null;
  /** The first day it may mean; null if unbounded or unresolved. */
  earliest: string | null;
  /** The last day it may mean; null if unbounded, open or unresolved. */
  latest: string | null;
}

/** What is needed to name an actor and to link to it. */
export interface ActorLink {
  /** Which type it is. */
  __typename: 'ActorGroup' | 'Organization' | 'Person' | 'State';
  /** Its type and UUIDv7. Example: `engagement_01h455vb4pex5vsknk084sn02q`. */
  id: string;
  /** A short name to show, never empty. */
  label: string;
}

/** What every record has, beside the fields of its type. */
export interface RecordFrame {
  /** Its type and UUIDv7. Example: `engagement_01h455vb4pex5vsknk084sn02q`. */
  id: string;
  /** A short name to show, never empty. */
  label: string;
  /** Counts its changes and those of its parts, from 1; give it as expectedVersion. */
  version: number;
  /** With whom it may be shared. */
  marking: Marking;
  /** When it was first recorded. */
  recordedAt: DateTime;
  /** The account or importer that recorded it. */
  recordedBy: string;
  /** When it was last changed. */
  changedAt: DateTime;
  /** Its withdrawal; null if it stands. */
  retraction: {
    /** When. */
    at: DateTime;
    /** The account or importer. */
    by: string;
    /** Why. */
    reason: string;
  } | null;
  /** Every spelling, with its first source (at most 200). */
  names: Array<{
    id: string;
    /** The spelling, verbatim. */
    value: string;
    /** What sort of name. */
    kind: NameKind;
    /** Its language and script, BCP 47. Example: `ar-Latn`. */
    language: string | null;
  }>;
  /** Oddities in it (at most 20). */
  warnings: Array<{
    /** Which oddity. */
    code: WarningCode;
    /** It in words, with the values concerned. */
    message: string;
    /** The field concerned, if one. */
    field: string | null;
  }>;
  /** Why fields of it are empty or lists short (at most 50). Other empty fields are unknown. */
  absences: Array<{
    /** The field. Example: `when`; `children` for the meetings of a visit. */
    field: string;
    /** What the emptiness means; NOT_DISCLOSED beside known items or wording: the rest is withheld. */
    kind: Gap;
  }>;
  /** Values that claims give beside its fields: inferred, or of another source (at most 50). */
  readings: Array<{
    /** The field. Example: `when`. */
    field: string;
    /** The value. Example: `2021-03~`. */
    value: string;
    /** How surely; INFERRED is our own reading. */
    modality: Modality;
  }>;
  /** How surely it, or one field, is said; null if no claim supports that. Of a claim: the force its last speaker gives it. */
  modality: Modality | null;
}

/** A claim as evidence: what is said, of what, by whom, and where it stands in the source. */
export interface Evidence {
  /** Its type and UUIDv7. Example: `engagement_01h455vb4pex5vsknk084sn02q`. */
  id: string;
  /** What sort of proposition. */
  predicate: Predicate;
  /** It in our words. */
  statement: string;
  /** How surely it, or one field, is said; null if no claim supports that. Of a claim: the force its last speaker gives it. */
  modality: Modality | null;
  /** Said, or denied. */
  polarity: Polarity;
  /** What it says where that differs from the field; else MEDIATOR of a ROLE, STRAINED of a phase. Example: `2021-03~`. */
  value: string | null;
  /** That a field is withheld, not applicable, none or incomplete. */
  gap: Gap | null;
  /** When what it says holds. */
  valid: When | null;
  /** What it is about, and in what role (at most 50). */
  targets: Array<{
    /** In what role. */
    role: TargetRole;
    /** The field, if one. Example: `treatments`. */
    field: string | null;
    /** The wording, if unnamed. Example: `some Arab countries`. */
    descriptor: string | null;
    /** The record; null if only described. */
    record: {
      __typename: 'ActorGroup' | 'Agreement' | 'Claim' | 'ContextEvent' | 'Engagement' | 'Organization' | 'Person' | 'Place' | 'Position' | 'Source' | 'State' | 'Topic';
      id: string;
      label: string;
    } | null;
    /** The part of it, if one. */
    part: {
      id: string;
    } | null;
  }>;
  /** Who says it beyond the source, the nearest first; empty: the source's own voice (at most 20). */
  attributions: Array<{
    /** The step, 1 nearest the source; speakers of one step speak jointly. */
    order: number;
    /** What sort of speaker. */
    kind: AttributionKind;
    /** The wording, if unnamed. Example: `news sources`. */
    descriptor: string | null;
    /** Who; null if unnamed. */
    speaker: ActorLink | null;
    /** The text referred to. Example: a ministry's statement, not held. */
    referencedSource: {
      id: string;
      label: string;
    } | null;
  }>;
  /** Where it is said; null for an inference of ours that rests on other claims. */
  source: {
    id: string;
    label: string;
  } | null;
  /** Its ground in the source (at most 50). */
  passages: Array<{
    id: string;
    /** The exact text, misprints kept; null where it may not be shown. */
    quote: string | null;
    /** Where it begins, in Unicode code points from 0. */
    start: number;
    /** Where it ends, exclusive. */
    end: number;
    /** The section heading above it. */
    heading: string | null;
  }>;
}

/** How many of a set there are, in one group; what it was not grouped by is null. */
export interface GroupCount {
  /** How many. */
  count: number;
  /** The period. Examples: `2021`, `2021-Q1`, `2021-03`. */
  period: string | null;
  /** The kind. */
  kind: EngagementKind | null;
  /** The status, of engagements. */
  engagementStatus: EngagementStatus | null;
  /** The status, of agreements. */
  agreementStatus: AgreementStatus | null;
  /** The form. */
  form: AgreementForm | null;
  /** The highest level. */
  level: Level | null;
  /** The modality. */
  modality: Modality | null;
  /** The CAMEO root. Example: `04`. */
  cameoRoot: string | null;
  /** The PLOVER category. Example: `CONSULT`. */
  ploverCategory: string | null;
  /** The predicate. */
  predicate: Predicate | null;
  /** The state. */
  state: {
    id: string;
    label: string;
    /** ISO 3166-1 alpha-2; null where there is none, as for former states. Example: `QA`. */
    iso2: string | null;
  } | null;
  /** The pair. */
  relationship: {
    id: string;
    label: string;
  } | null;
  /** The topic. */
  topic: {
    id: string;
    label: string;
    /** Its readable key. Example: `border-security`. */
    slug: string;
  } | null;
  /** The publisher. */
  publisher: {
    id: string;
    label: string;
  } | null;
}

/** Who held which office, and when. */
export interface TenureSummary {
  /** Its type and UUIDv7. Example: `engagement_01h455vb4pex5vsknk084sn02q`. */
  id: string;
  /** Whether held ad interim; null if not said. */
  isActing: boolean | null;
  /** How surely it is said, by its best live claim; null if none supports it. */
  modality: Modality | null;
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
    /** How high it stands. */
    level: Level | null;
    /** Where the office is. */
    organization: {
      id: string;
      label: string;
    } | null;
    /** Whose office it is, if of no organization. */
    state: {
      id: string;
      label: string;
      /** ISO 3166-1 alpha-2; null where there is none, as for former states. Example: `QA`. */
      iso2: string | null;
    } | null;
  } | null;
  /** Since when. */
  from: When | null;
  /** Until when; null if not known to have ended. */
  to: When | null;
}
