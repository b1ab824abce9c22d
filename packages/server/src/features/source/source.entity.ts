import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, ForeignKey } from 'typeorm';
import { FuzzyDate } from '../../platform/fuzzy-date/fuzzy-date';
import { DateTime, Url } from '../../platform/scalars';
import { DomainRecord } from '../record/record.entity';

@ObjectType({
  implements: DomainRecord,
  description:
    'A text or row in which something is said; held, or only referred to. Where its text may not be kept, passages have offsets and hashes.',
})
@Entity('source')
export class Source extends DomainRecord {
  @Field(() => SourceKind, { description: 'What sort.' })
  @Column({ type: 'text' })
  kind: SourceKind;

  @Field(() => String, { nullable: true, description: 'Its headline.' })
  @Column({ type: 'text', nullable: true })
  title: string | null;

  @Column({ type: 'uuid', nullable: true })
  @ForeignKey('actor')
  publisherId: string | null;

  @Field(() => String, { nullable: true, description: 'The byline, verbatim.' })
  @Column({ type: 'text', nullable: true })
  author: string | null;

  @Field(() => Url, { nullable: true, description: 'Where it was found.' })
  @Column({ type: 'text', nullable: true })
  url: string | null;

  @Field(() => FuzzyDate, { nullable: true, description: 'When it was published.' })
  @Column(() => FuzzyDate, { prefix: 'published' })
  published: FuzzyDate | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was fetched.' })
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  retrievedAt: string | null;

  @Field(() => String, { nullable: true, description: 'Its language, BCP 47. Example: `en`.' })
  @Column({ type: 'text', nullable: true })
  language: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Place or agency at its head, verbatim. Example: `Doha, Qatar –`.',
  })
  @Column({ type: 'text', nullable: true })
  dateline: string | null;

  @Field(() => String, { nullable: true, description: 'Under what terms its text may be kept and shown.' })
  @Column({ type: 'text', nullable: true })
  rights: string | null;

  @Field(() => Boolean, { description: 'Whether it was read here; false: another source refers to it.' })
  @Column({ type: 'boolean' })
  isHeld: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'SHA-256 of the text, hexadecimal; null if never held.',
  })
  @Column({ type: 'text', nullable: true })
  contentHash: string | null;
}

export enum SourceKind {
  NEWS_ARTICLE = 'NEWS_ARTICLE',
  OFFICIAL_STATEMENT = 'OFFICIAL_STATEMENT',
  TREATY_TEXT = 'TREATY_TEXT',
  DATASET_ROW = 'DATASET_ROW',
  CODER_NOTE = 'CODER_NOTE',
  INTERVIEW = 'INTERVIEW',
  SOCIAL_POST = 'SOCIAL_POST',
  OTHER = 'OTHER',
}

registerEnumType(SourceKind, {
  name: 'SourceKind',
  description: 'Sorts of source.',
  valuesConfig: {
    NEWS_ARTICLE: { description: 'A news article.' },
    OFFICIAL_STATEMENT: { description: 'A statement of a government organ.' },
    TREATY_TEXT: { description: 'The text of an agreement.' },
    DATASET_ROW: { description: 'A row of a dataset.' },
    CODER_NOTE: { description: "A coder's own account of what another source says." },
    INTERVIEW: { description: 'An interview.' },
    SOCIAL_POST: { description: 'A post on a social medium.' },
    OTHER: { description: 'Anything else.' },
  },
});
