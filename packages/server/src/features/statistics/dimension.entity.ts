import { registerEnumType } from 'type-graphql';

export enum Dimension {
  YEAR = 'YEAR',
  QUARTER = 'QUARTER',
  MONTH = 'MONTH',
  STATE = 'STATE',
  RELATIONSHIP = 'RELATIONSHIP',
  TOPIC = 'TOPIC',
  STATUS = 'STATUS',
  PUBLISHER = 'PUBLISHER',
  KIND = 'KIND',
  LEVEL = 'LEVEL',
  CAMEO_ROOT = 'CAMEO_ROOT',
  PLOVER_CATEGORY = 'PLOVER_CATEGORY',
  FORM = 'FORM',
  PREDICATE = 'PREDICATE',
  MODALITY = 'MODALITY',
}

registerEnumType(Dimension, {
  name: 'Dimension',
  description: 'By what a set is counted. One that does not fit the set is BAD_USER_INPUT.',
  valuesConfig: {
    YEAR: { description: 'Year: of an engagement, of signature, of publication.' },
    QUARTER: { description: 'Quarter, likewise.' },
    MONTH: { description: 'Month, likewise.' },
    STATE: {
      description: 'State that takes part, is a party, is named; one with two states counts in both.',
    },
    RELATIONSHIP: { description: 'Pair of states.' },
    TOPIC: { description: 'Topic.' },
    STATUS: { description: 'Status of engagements or agreements.' },
    PUBLISHER: { description: 'Publisher of the evidence.' },
    KIND: { description: 'Kind, of engagements.' },
    LEVEL: { description: 'Highest level, of engagements.' },
    CAMEO_ROOT: { description: 'CAMEO root, of engagements.' },
    PLOVER_CATEGORY: { description: 'PLOVER category, of engagements.' },
    FORM: { description: 'Form, of agreements.' },
    PREDICATE: { description: 'Predicate, of claims.' },
    MODALITY: { description: 'Modality, of claims.' },
  },
});
