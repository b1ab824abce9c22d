import sql, { type Sql } from 'sql-template-tag';
import { DomainError } from '../../platform/errors';
import { CodeScheme } from './engagement-code.entity';

const PREFIX = /^([A-Z]+):([A-Za-z0-9]{1,20})$/;

/** What `CAMEO:04` means of a code `c`: of that vocabulary, beginning so. */
export function codeCondition(prefix: string, field: string): Sql {
  const [, scheme, code] = PREFIX.exec(prefix) ?? [];
  if (scheme === undefined || !Object.hasOwn(CodeScheme, scheme))
    throw new DomainError(
      'BAD_USER_INPUT',
      `${field} takes a vocabulary, a colon and how the code begins, such as CAMEO:04; the vocabularies are ${Object.keys(CodeScheme).join(' and ')}`,
      { field },
    );
  return sql`c.scheme = ${scheme} AND c.code LIKE ${`${code}%`}`;
}
