import { registerEnumType } from 'type-graphql';

export enum Gap {
  NOT_DISCLOSED = 'NOT_DISCLOSED',
  NOT_APPLICABLE = 'NOT_APPLICABLE',
  NONE = 'NONE',
  INCOMPLETE = 'INCOMPLETE',
}

registerEnumType(Gap, {
  name: 'Gap',
  description: 'What an empty field means. Without a gap it is simply unknown.',
  valuesConfig: {
    NOT_DISCLOSED: { description: 'Those who know withhold it, and a source says so.' },
    NOT_APPLICABLE: { description: 'The question does not arise.' },
    NONE: { description: 'There is none.' },
    INCOMPLETE: { description: 'Of a list: there are more than those named.' },
  },
});

export enum Predicate {
  SUPPORTS_RECORD = 'SUPPORTS_RECORD',
  OBJECTIVE = 'OBJECTIVE',
  CONDUCT = 'CONDUCT',
  ROLE = 'ROLE',
  RELATIONSHIP_PHASE = 'RELATIONSHIP_PHASE',
  COOPERATION_AREA = 'COOPERATION_AREA',
  OBSTACLE = 'OBSTACLE',
  CONDITION = 'CONDITION',
  CAUSE = 'CAUSE',
  TREND = 'TREND',
  ASSESSMENT = 'ASSESSMENT',
  CONTEXT = 'CONTEXT',
  MENTION = 'MENTION',
}

registerEnumType(Predicate, {
  name: 'Predicate',
  description: 'What sort of proposition a claim is.',
  valuesConfig: {
    SUPPORTS_RECORD: { description: 'Evidence for its target records, parts and fields.' },
    OBJECTIVE: { description: 'An aim or motive; SUBJECT is its holder, and the engagement if one.' },
    CONDUCT: { description: 'A policy, influence or past programme.' },
    ROLE: { description: 'A role an actor plays; `value` MEDIATOR and the like.' },
    RELATIONSHIP_PHASE: { description: '`value` HOSTILE, RIVALRY, STRAINED, NORMAL, COOPERATIVE or ALLIED.' },
    COOPERATION_AREA: { description: 'A field of cooperation; TOPIC targets name it.' },
    OBSTACLE: { description: 'What stands in the way.' },
    CONDITION: { description: 'On what it depends.' },
    CAUSE: { description: 'Why it is so.' },
    TREND: { description: 'Many events taken together; never counted as events.' },
    ASSESSMENT: { description: 'A judgement, a need, how others take it.' },
    CONTEXT: { description: 'Background.' },
    MENTION: { description: 'Named without a role.' },
  },
});

export enum Modality {
  ASSERTED = 'ASSERTED',
  LIKELY = 'LIKELY',
  POSSIBLE = 'POSSIBLE',
  EXPECTED = 'EXPECTED',
  HYPOTHETICAL = 'HYPOTHETICAL',
  REPORTED = 'REPORTED',
  ALLEGED = 'ALLEGED',
  INFERRED = 'INFERRED',
}

registerEnumType(Modality, {
  name: 'Modality',
  description: 'With what force something is said. "Unknown" is null.',
  valuesConfig: {
    ASSERTED: { description: 'Said outright.' },
    LIKELY: { description: 'Likely.' },
    POSSIBLE: { description: 'Possible.' },
    EXPECTED: { description: 'Expected.' },
    HYPOTHETICAL: { description: 'If it were so.' },
    REPORTED: { description: 'The speaker is hidden: "reportedly", "is seen as".' },
    ALLEGED: { description: 'An accusation not admitted by the accused.' },
    INFERRED: { description: 'Our own reading; the passages are its ground.' },
  },
});

export enum Polarity {
  POSITIVE = 'POSITIVE',
  NEGATIVE = 'NEGATIVE',
}

registerEnumType(Polarity, {
  name: 'Polarity',
  description: 'Whether a claim says or denies.',
  valuesConfig: {
    POSITIVE: { description: 'It is so.' },
    NEGATIVE: { description: 'It is not so; a denial, with its speaker attributed.' },
  },
});

export enum Direction {
  RISING = 'RISING',
  STEADY = 'STEADY',
  FALLING = 'FALLING',
}

registerEnumType(Direction, {
  name: 'Direction',
  description: 'Which way something moves.',
  valuesConfig: {
    RISING: { description: 'Rising.' },
    STEADY: { description: 'Steady.' },
    FALLING: { description: 'Falling.' },
  },
});

export enum Credibility {
  CONFIRMED = 1,
  PROBABLY_TRUE = 2,
  POSSIBLY_TRUE = 3,
  DOUBTFUL = 4,
  IMPROBABLE = 5,
  CANNOT_BE_JUDGED = 6,
}

registerEnumType(Credibility, {
  name: 'Credibility',
  description: 'Admiralty code of an item of information, the best first.',
  valuesConfig: {
    CONFIRMED: { description: '1: confirmed by independent origins.' },
    PROBABLY_TRUE: { description: '2: probably true.' },
    POSSIBLY_TRUE: { description: '3: possibly true.' },
    DOUBTFUL: { description: '4: doubtfully true.' },
    IMPROBABLE: { description: '5: improbable.' },
    CANNOT_BE_JUDGED: { description: '6: looked at, and cannot be judged.' },
  },
});

export enum Standing {
  PREFERRED = 'PREFERRED',
  NORMAL = 'NORMAL',
  DEPRECATED = 'DEPRECATED',
}

registerEnumType(Standing, {
  name: 'Standing',
  description: 'How a claim stands among rivals.',
  valuesConfig: {
    PREFERRED: { description: 'Taken first.' },
    NORMAL: { description: 'As any other.' },
    DEPRECATED: { description: 'Kept, taken last.' },
  },
});

export enum TargetRole {
  SUBJECT = 'SUBJECT',
  OBJECT = 'OBJECT',
  AGAINST = 'AGAINST',
  BENEFICIARY = 'BENEFICIARY',
  TOPIC = 'TOPIC',
  CONTEXT = 'CONTEXT',
}

registerEnumType(TargetRole, {
  name: 'TargetRole',
  description: 'Roles of a target in a claim.',
  valuesConfig: {
    SUBJECT: { description: 'Whom or what it is about; several are so jointly.' },
    OBJECT: { description: 'Towards whom or what.' },
    AGAINST: { description: 'Against whom.' },
    BENEFICIARY: { description: 'For whose good.' },
    TOPIC: { description: 'In which field.' },
    CONTEXT: { description: 'Against what background.' },
  },
});

export enum AttributionKind {
  OFFICIAL = 'OFFICIAL',
  ANALYST = 'ANALYST',
  MEDIA = 'MEDIA',
  DOCUMENT = 'DOCUMENT',
  OTHER = 'OTHER',
}

registerEnumType(AttributionKind, {
  name: 'AttributionKind',
  description: 'Sorts of speaker.',
  valuesConfig: {
    OFFICIAL: { description: 'An official or organ.' },
    ANALYST: { description: 'An analyst.' },
    MEDIA: { description: 'Another outlet.' },
    DOCUMENT: { description: 'A document.' },
    OTHER: { description: 'Anybody else.' },
  },
});
