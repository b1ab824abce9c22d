import { Actor } from '../actor/actor.entity';
import { Gap, Modality } from '../record/claim-terms.entity';
import { Source } from '../source/source.entity';
import { Claim } from './claim.entity';
import { Field, ObjectType } from 'type-graphql';


@ObjectType({ description: 'Why a field is empty or a list short. Built from the gap claims of the record.' })
export class Absence {
  @Field(() => String, { description: 'The field. Example: `when`; `children` for the meetings of a visit.' })
  field: string;

  @Field(() => Gap, { description: 'What the emptiness means; NOT_DISCLOSED beside known items or wording: the rest is withheld.' })
  kind: Gap;

  @Field(() => [Claim], { description: 'Who says so (at most 20).' })
  claims: Claim[];
}


@ObjectType({ description: 'A value that a claim gives beside the record\'s own.' })
export class Reading {
  @Field(() => String, { description: 'The field. Example: `when`.' })
  field: string;

  @Field(() => String, { description: 'The value. Example: `2021-03~`.' })
  value: string;

  @Field(() => Modality, { description: 'How surely; INFERRED is our own reading.' })
  modality: Modality;

  @Field(() => Claim, { description: 'Where it comes from.' })
  claim: Claim;
}


@ObjectType({ description: 'Where a claim, followed to its end, comes from. Unidentified speakers and our own readings count for none.' })
export class Origin {
  @Field(() => Actor, { nullable: true, description: 'Who speaks there.' })
  speaker: Actor | null;

  @Field(() => Source, { nullable: true, description: 'The text; null if only the speaker is known.' })
  source: Source | null;

  @Field(() => [Source], { description: 'Sources that carry it (at most 50).' })
  via: Source[];
}
