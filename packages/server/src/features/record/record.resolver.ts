import { Arg, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import type { Services } from '../../app/context';
import { Using } from '../../platform/read/using';
import { DateTime } from '../../platform/scalars';
import { typeIdOf } from '../../platform/type-id';
import { Name } from './name.entity';
import { DomainRecord, Marking, Node, Part, Retraction } from './record.entity';
import { Version } from './version.entity';
import { Warning } from './warning.entity';

@Resolver(() => Node)
export class NodeResolver {
  @FieldResolver(() => ID, {
    description: 'Its type and UUIDv7. Example: `engagement_01h455vb4pex5vsknk084sn02q`.',
  })
  id(@Root() node: Node): string {
    return typeIdOf(node.table, node.id);
  }

  @Query(() => Node, { nullable: true, description: 'Any record or part by its id.' })
  node(
    @Arg('id', () => ID, { description: 'An id of any type.' }) id: string,
    @Using() { records }: Services,
  ): Promise<Node | null> {
    return records.node(id);
  }

  @Query(() => [Node], {
    nullable: 'items',
    description: 'Several by id, in the order asked; null for each that does not exist.',
  })
  nodes(
    @Arg('ids', () => [ID], { description: 'At most 100 ids, types may be mixed.' }) ids: string[],
    @Using() { records }: Services,
  ): Promise<(Node | null)[]> {
    return records.nodes(ids);
  }
}

@Resolver(() => DomainRecord)
export class RecordResolver {
  @FieldResolver(() => String, { description: 'A short name to show, never empty.' })
  label(@Root() record: DomainRecord, @Using() { records }: Services): Promise<string> {
    return records.label(record);
  }

  @FieldResolver(() => Int, {
    description: 'Counts its changes and those of its parts, from 1; give it as expectedVersion.',
  })
  async version(@Root() record: DomainRecord, @Using() { records }: Services): Promise<number> {
    return (await records.entry(record)).version;
  }

  @FieldResolver(() => Marking, { description: 'With whom it may be shared.' })
  marking(@Root() record: DomainRecord): Marking {
    return record.marking;
  }

  @FieldResolver(() => DateTime, { description: 'When it was first recorded.' })
  async recordedAt(@Root() record: DomainRecord, @Using() { records }: Services): Promise<Date> {
    return (await records.entry(record)).recordedAt;
  }

  @FieldResolver(() => String, { description: 'The account or importer that recorded it.' })
  async recordedBy(@Root() record: DomainRecord, @Using() { records }: Services): Promise<string> {
    return (await records.entry(record)).recordedBy;
  }

  @FieldResolver(() => DateTime, { description: 'When it was last changed.' })
  async changedAt(@Root() record: DomainRecord, @Using() { records }: Services): Promise<Date> {
    return (await records.entry(record)).changedAt;
  }

  @FieldResolver(() => Retraction, { nullable: true, description: 'Its withdrawal; null if it stands.' })
  retraction(@Root() record: DomainRecord, @Using() { records }: Services): Retraction | null {
    return records.retraction(record);
  }

  @FieldResolver(() => [Name], { description: 'Every spelling, with its first source (at most 200).' })
  names(@Root() record: DomainRecord, @Using() { records }: Services): Promise<Name[]> {
    return records.names(record);
  }

  @FieldResolver(() => [Warning], { description: 'Oddities in it (at most 20).' })
  warnings(@Root() record: DomainRecord, @Using() { records }: Services): Promise<Warning[]> {
    return records.warnings(record);
  }

  @Query(() => [Version], { description: 'The versions of a record, the latest first.' })
  history(
    @Arg('id', () => ID, { description: 'A record.' }) id: string,
    @Arg('before', () => Int, { nullable: true, description: 'Only versions below this one.' }) before:
      | number
      | null,
    @Arg('first', () => Int, { nullable: true, defaultValue: 20, description: 'How many, 1 to 100.' }) first:
      | number
      | null,
    @Using() { records }: Services,
  ): Promise<Version[]> {
    return records.history(id, before ?? null, first ?? 20);
  }
}

@Resolver(() => Name)
export class NameRecordResolver {
  @FieldResolver(() => DomainRecord, { description: 'Whose name it is.' })
  record(@Root() name: Name, @Using() { records }: Services): Promise<DomainRecord | null> {
    return records.byId(name.recordId);
  }
}

@Resolver(() => Part)
export class PartResolver {
  @FieldResolver(() => Marking, { description: 'With whom it may be shared; never below its record.' })
  marking(@Root() part: Part): Marking {
    return part.marking;
  }
}
