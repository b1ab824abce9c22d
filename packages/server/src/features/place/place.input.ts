import { Field, Float, InputType, Int } from 'type-graphql';
import { ClaimInput } from '../record/evidence.input';
import { NameInput } from '../record/name.input';
import { Marking } from '../record/record.entity';
import { ActorRef } from '../record/reference.input';
import { PlaceResolution } from './place.entity';

@InputType({ description: 'A place.' })
export class PlaceInput {
  @Field(() => [NameInput], { nullable: true, description: 'Its names; at least one when recording.' })
  names?: NameInput[] | null;

  @Field(() => PlaceResolution, { nullable: true, description: 'Needed when recording.' })
  resolution?: PlaceResolution | null;

  @Field(() => ActorRef, { nullable: true, description: 'The state it lies in.' })
  country?: string | null;

  @Field(() => Int, { nullable: true, description: 'The GeoNames id.' })
  geoNamesId?: number | null;

  @Field(() => Float, { nullable: true, description: 'Degrees north, -90 to 90.' })
  latitude?: number | null;

  @Field(() => Float, { nullable: true, description: 'Degrees east, -180 to 180.' })
  longitude?: number | null;

  @Field(() => Marking, { nullable: true, description: 'With whom it may be shared. Absent: CLEAR.' })
  marking?: Marking | null;

  @Field(() => [ClaimInput], { nullable: true, description: 'What supports it.' })
  evidence?: ClaimInput[] | null;
}
