import { createHash } from 'node:crypto';

const VERSION_7 = 0x70;
const VARIANT = 0x80;

/**
 * The id of something that others name: the same key, the same id, so that an import that is repeated or was broken off finds what it
 * wrote. In the form of a UUIDv7, of no time.
 */
export function importedId(...key: readonly (string | number)[]): string {
  // Parts are kept apart by a character that no text in the database can hold.
  const bytes = createHash('sha1').update(key.join('\u0000')).digest();
  bytes[6] = ((bytes[6] as number) & 0x0f) | VERSION_7;
  bytes[8] = ((bytes[8] as number) & 0x3f) | VARIANT;
  const hex = bytes.toString('hex', 0, 16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
