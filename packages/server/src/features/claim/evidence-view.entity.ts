import { Field, ObjectType } from 'type-graphql';
import { Gap, Modality } from '../record/claim-terms.entity';

@ObjectType({ description: 'Why a field is empty or a list short. Built from the gap claims of the record.' })
export class Absence {
  @Field(() => String, { description: 'The field. Example: `when`; `children` for the meetings of a visit.' })
  field: string;

  @Field(() => Gap, {
    description:
      'What the emptiness means; NOT_DISCLOSED beside known items or wording: the rest is withheld.',
  })
  kind: Gap;

  claimIds: string[];
}

@ObjectType({ description: "A value that a claim gives beside the record's own." })
export class Reading {
  @Field(() => String, { description: 'The field. Example: `when`.' })
  field: string;

  @Field(() => String, { description: 'The value. Example: `2021-03~`.' })
  value: string;

  @Field(() => Modality, { description: 'How surely; INFERRED is our own reading.' })
  modality: Modality;

  claimId: string;
}

@ObjectType({
  description:
    'Where a claim, followed to its end, comes from. Unidentified speakers and our own readings count for none.',
})
export class Origin {
  speakerId: string | null;
  sourceId: string | null;
  viaIds: string[];
}
