import { DefaultNamingStrategy } from 'typeorm';

const snake = (name: string) => name.replace(/(?<=.)[A-Z]/g, (letter) => `_${letter}`).toLowerCase();

/** Names as a hand writing SQL gives them, and as PostgreSQL names a foreign key by itself. */
export class SnakeNames extends DefaultNamingStrategy {
  override columnName(property: string, custom: string, embeddedPrefixes: string[]): string {
    return [...embeddedPrefixes, custom || snake(property)].join('_');
  }

  override foreignKeyName(table: { name: string } | string, columns: string[]): string {
    return `${typeof table === 'string' ? table : table.name}_${columns.join('_')}_fkey`;
  }

  override primaryKeyName(table: { name: string } | string): string {
    return `${typeof table === 'string' ? table : table.name}_pkey`;
  }
}
