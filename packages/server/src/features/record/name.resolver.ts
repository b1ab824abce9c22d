import { Arg, Args, Mutation, Resolver } from 'type-graphql';
import type { Services } from '../../app/context';
import { Using } from '../../platform/read/using';
import { RecordArgs } from './command-args.input';
import { Name } from './name.entity';
import { NameInput } from './name.input';
import { RecordRef } from './reference.input';

@Resolver(() => Name)
export class NameResolver {
  @Mutation(() => Name, {
    nullable: true,
    description: 'Adds a spelling, verbatim, to any record but a source or claim.',
  })
  async recordName(
    @Arg('record', () => RecordRef, { description: 'Whose name it is.' }) record: string,
    @Arg('input', () => NameInput, { description: 'The spelling.' }) input: NameInput,
    @Args(() => RecordArgs) { idempotencyKey }: RecordArgs,
    @Using() { recording, reader }: Services,
  ): Promise<Name | null> {
    return reader.one(Name, await recording.names.recordName(record, input, idempotencyKey));
  }
}
