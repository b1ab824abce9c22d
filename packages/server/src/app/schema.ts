import 'reflect-metadata';
import type { GraphQLSchema } from 'graphql';
import { buildSchemaSync, type NonEmptyArray } from 'type-graphql';
import { EngagementResolver } from '../features/engagement/engagement.resolver';
import {
  AgendaItemResolver,
  CodeResolver,
  EngagementLinkResolver,
  ParticipationResolver,
  SideResolver,
} from '../features/engagement/engagement-parts.resolver';
import {
  NameRecordResolver,
  NodeResolver,
  PartResolver,
  RecordResolver,
} from '../features/record/record.resolver';
import { NameResolver } from '../features/record/name.resolver';
import { RecordCommandsResolver } from '../features/record/record-commands.resolver';
import { entities } from './entities';
import { PastViewResolver } from './past-view.resolver';
import { refuseOverlong } from './text-limits.rule';

const resolvers: NonEmptyArray<new () => object> = [
  NodeResolver,
  PastViewResolver,
  RecordCommandsResolver,
  RecordResolver,
  PartResolver,
  NameRecordResolver,
  NameResolver,
  EngagementResolver,
  ParticipationResolver,
  SideResolver,
  AgendaItemResolver,
  EngagementLinkResolver,
  CodeResolver,
];

let built: GraphQLSchema | null = null;

/** The served schema. Types that only an interface leads to are found through the entities. */
export function schema(): GraphQLSchema {
  built ??= buildSchemaSync({
    resolvers,
    orphanedTypes: entities as unknown as new () => object[] as never,
    validateFn: (value) => refuseOverlong(value),
  });
  return built;
}
