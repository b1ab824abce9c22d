import { Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, ForeignKey } from 'typeorm';
import { DomainRecord } from '../record/record.entity';

@ObjectType({
  implements: DomainRecord,
  description: 'A place, as fine as its resolution. A region is named as each source names it.',
})
@Entity('place')
export class Place extends DomainRecord {
  /** The name to show, chosen from names that whoever sees the record sees too. */
  @Column({ type: 'text' })
  label: string;

  @Field(() => PlaceResolution, { description: 'How fine it is.' })
  @Column({ type: 'text' })
  resolution: PlaceResolution;

  @Column({ type: 'uuid', nullable: true })
  @ForeignKey('actor')
  countryId: string | null;

  @Field(() => Int, { nullable: true, description: 'The GeoNames id.' })
  @Column({ type: 'integer', nullable: true })
  geoNamesId: number | null;

  @Field(() => Float, { nullable: true, description: 'Degrees north, WGS 84.' })
  @Column({ type: 'double precision', nullable: true })
  latitude: number | null;

  @Field(() => Float, { nullable: true, description: 'Degrees east, WGS 84.' })
  @Column({ type: 'double precision', nullable: true })
  longitude: number | null;
}

export enum PlaceResolution {
  VENUE = 'VENUE',
  CITY = 'CITY',
  ADMIN = 'ADMIN',
  COUNTRY = 'COUNTRY',
  REGION = 'REGION',
}

registerEnumType(PlaceResolution, {
  name: 'PlaceResolution',
  description: 'How fine a place is.',
  valuesConfig: {
    VENUE: { description: 'A building or site.' },
    CITY: { description: 'A city.' },
    ADMIN: { description: 'A province or district.' },
    COUNTRY: { description: 'A country.' },
    REGION: { description: 'A region of several countries. Example: `West Asia`.' },
  },
});
