import 'reflect-metadata';
import { graphql } from 'graphql';
import sql from 'sql-template-tag';
import { buildSchema, Field, ObjectType, Query, Resolver } from 'type-graphql';
import { Column, DataSource, Entity, PrimaryColumn } from 'typeorm';

@ObjectType()
@Entity()
class Envoy {
  @Field(() => String)
  @PrimaryColumn({ type: 'text' })
  name!: string;

  @Field(() => String, { nullable: true })
  @Column({ type: 'text', nullable: true })
  post?: string;
}

@Resolver(() => Envoy)
class EnvoyResolver {
  @Query(() => Envoy)
  envoy(): Envoy {
    return Object.assign(new Envoy(), { name: 'Metternich' });
  }
}

describe('the compiler settings', () => {
  test('let one class be both a GraphQL type and a table', async () => {
    const schema = await buildSchema({ resolvers: [EnvoyResolver] });
    const source = new DataSource({ type: 'postgres', entities: [Envoy] });
    await (source as unknown as { buildMetadatas(): Promise<void> }).buildMetadatas();

    expect(await graphql({ schema, source: '{ envoy { name post } }' })).toEqual({
      data: { envoy: { name: 'Metternich', post: null } },
    });
    expect(source.getMetadata(Envoy).columns.map((column) => column.propertyName)).toEqual(['name', 'post']);
  });

  test('leave a property that was never set absent, so that a partial update does not clear it', () => {
    expect(Object.keys(new Envoy())).toEqual([]);
  });

  test('load packages that ship ES modules only', () => {
    expect(sql`SELECT ${1}`.text).toBe('SELECT $1');
  });
});
