import { Column, Entity, ForeignKey } from 'typeorm';
import { OwnedRow } from '../record/record.entity';

/** A topic of an agreement. */
@Entity('agreement_topic')
export class AgreementTopic extends OwnedRow {
  @Column({ type: 'uuid' })
  @ForeignKey('topic')
  topicId: string;
}

/** That an agreement replaces or changes another. */
@Entity('agreement_succession')
export class AgreementSuccession extends OwnedRow {
  @Column({ type: 'text' })
  kind: 'SUPERSEDES' | 'AMENDS';

  @Column({ type: 'uuid' })
  @ForeignKey('agreement')
  toId: string;
}

/** Somebody who gave a commitment. */
@Entity('commitment_party')
export class CommitmentParty extends OwnedRow {
  @Column({ type: 'uuid' })
  @ForeignKey('commitment')
  commitmentId: string;

  @Column({ type: 'uuid' })
  @ForeignKey('actor')
  actorId: string;
}
