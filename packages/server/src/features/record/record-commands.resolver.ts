import { Arg, ID, Int, Mutation, Resolver } from 'type-graphql';
import type { Services } from '../../app/context';
import { Using } from '../../platform/read/using';
import { DomainRecord } from './record.entity';

const IDEMPOTENCY =
  'A repeat with this key within 24 hours gets the first answer; with other content, CONFLICT.';
const VERSION = 'The version you have seen; another current one is a CONFLICT that carries it.';

@Resolver(() => DomainRecord)
export class RecordCommandsResolver {
  @Mutation(() => DomainRecord, {
    nullable: true,
    description:
      'Withdraws a record, or a part of one. It leaves lists and counts and is kept. Answers with the record.',
  })
  async retract(
    @Arg('id', () => ID, { description: 'A record or a part, whose version is that of its record.' })
    id: string,
    @Arg('expectedVersion', () => Int, { description: VERSION }) expectedVersion: number,
    @Arg('reason', () => String, { description: 'Why, 3 to 500 characters.' }) reason: string,
    @Arg('idempotencyKey', () => String, { nullable: true, description: IDEMPOTENCY }) key: string | null,
    @Using() { recording, records }: Services,
  ): Promise<DomainRecord | null> {
    return records.byId(await recording.retractions.retract(id, expectedVersion, reason, key));
  }

  @Mutation(() => DomainRecord, {
    nullable: true,
    description: 'Takes a retraction back. Answers with the record.',
  })
  async reinstate(
    @Arg('id', () => ID, { description: 'A record or a part.' }) id: string,
    @Arg('expectedVersion', () => Int, { description: VERSION }) expectedVersion: number,
    @Arg('reason', () => String, { description: 'Why, 3 to 500 characters.' }) reason: string,
    @Arg('idempotencyKey', () => String, { nullable: true, description: IDEMPOTENCY }) key: string | null,
    @Using() { recording, records }: Services,
  ): Promise<DomainRecord | null> {
    return records.byId(await recording.retractions.reinstate(id, expectedVersion, reason, key));
  }

  @Mutation(() => ID, {
    nullable: true,
    description:
      'Erases the content everywhere, history and events included. Answers with the id it had. Cannot be undone.',
  })
  expunge(
    @Arg('id', () => ID, { description: 'A record.' }) id: string,
    @Arg('reason', () => String, {
      description: 'Why: a living person, a court order, withdrawn press text.',
    })
    reason: string,
    @Arg('idempotencyKey', () => String, { nullable: true, description: IDEMPOTENCY }) key: string | null,
    @Using() { recording }: Services,
  ): Promise<string> {
    return recording.expunging.expunge(id, reason, key);
  }
}
