import { Arg, Args, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { Services } from '../../app/context';
import { Using } from '../../platform/read/using';
import { Actor } from '../actor/actor.entity';
import { Engagement } from '../engagement/engagement.entity';
import { RecordArgs } from '../record/command-args.input';
import { Topic } from '../topic/topic.entity';
import { Agreement } from './agreement.entity';
import { CommitmentInput, ImplementationReportInput } from './agreement.input';
import { Commitment } from './commitment.entity';
import { ImplementationReport, ImplementationStatus } from './implementation-report.entity';

@Resolver(() => Commitment)
export class CommitmentResolver {
  @Mutation(() => Commitment, {
    nullable: true,
    description: 'Records a promise made at an engagement or in an agreement.',
  })
  async recordCommitment(
    @Arg('input', () => CommitmentInput, { description: 'What was promised.' }) input: CommitmentInput,
    @Args(() => RecordArgs) { idempotencyKey }: RecordArgs,
    @Using() { recording, reader }: Services,
  ): Promise<Commitment | null> {
    return reader.one(Commitment, await recording.commitments.record(input, idempotencyKey));
  }

  @FieldResolver(() => Engagement, { nullable: true, description: 'Where it was made, or' })
  engagement(@Root() commitment: Commitment, @Using() { reader }: Services): Promise<Engagement | null> {
    return reader.one(Engagement, commitment.recordId);
  }

  @FieldResolver(() => Agreement, { nullable: true, description: 'in which agreement.' })
  agreement(@Root() commitment: Commitment, @Using() { reader }: Services): Promise<Agreement | null> {
    return reader.one(Agreement, commitment.recordId);
  }

  @FieldResolver(() => [Actor], { description: 'Who promised (at most 50).' })
  parties(@Root() commitment: Commitment, @Using() { commitments }: Services): Promise<Actor[]> {
    return commitments.parties(commitment);
  }

  @FieldResolver(() => Topic, { nullable: true, description: 'What it is about.' })
  topic(@Root() commitment: Commitment, @Using() { reader }: Services): Promise<Topic | null> {
    return reader.one(Topic, commitment.topicId);
  }

  @FieldResolver(() => ImplementationStatus, {
    nullable: true,
    description: 'That of its latest report; null if there is none.',
  })
  status(
    @Root() commitment: Commitment,
    @Using() { commitments }: Services,
  ): Promise<ImplementationStatus | null> {
    return commitments.status(commitment);
  }

  @FieldResolver(() => [ImplementationReport], {
    description: 'How far it was kept, the latest first (at most 100).',
  })
  reports(
    @Root() commitment: Commitment,
    @Using() { commitments }: Services,
  ): Promise<ImplementationReport[]> {
    return commitments.reports(commitment);
  }
}

@Resolver(() => ImplementationReport)
export class ImplementationReportResolver {
  @Mutation(() => ImplementationReport, {
    nullable: true,
    description: 'Records how far a commitment or agreement was carried out.',
  })
  async recordImplementationReport(
    @Arg('input', () => ImplementationReportInput, { description: 'What was found.' })
    input: ImplementationReportInput,
    @Args(() => RecordArgs) { idempotencyKey }: RecordArgs,
    @Using() { recording, reader }: Services,
  ): Promise<ImplementationReport | null> {
    return reader.one(ImplementationReport, await recording.commitments.report(input, idempotencyKey));
  }

  @FieldResolver(() => Commitment, { nullable: true, description: 'The commitment, or' })
  commitment(
    @Root() report: ImplementationReport,
    @Using() { reader }: Services,
  ): Promise<Commitment | null> {
    return reader.one(Commitment, report.commitmentId);
  }

  @FieldResolver(() => Agreement, { nullable: true, description: 'the agreement.' })
  agreement(
    @Root() report: ImplementationReport,
    @Using() { commitments }: Services,
  ): Promise<Agreement | null> {
    return commitments.agreementOf(report);
  }
}
