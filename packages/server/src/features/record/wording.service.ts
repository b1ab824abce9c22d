import { DomainError } from '../../platform/errors';

/** Refuses a text that says nothing, or more than its field is for. Characters are Unicode code points. */
export function refuseUnfit(text: string, field: string, most: number): void {
  if (text.trim() === '')
    throw new DomainError('BAD_USER_INPUT', `${field} is empty; give its words or leave it out`, { field });
  if (text.length > most && [...text].length > most)
    throw new DomainError('BAD_USER_INPUT', `${field} has at most ${most} characters`, { field });
}

/** Refuses a list longer than the schema says it can be. */
export function refuseLong(items: readonly unknown[] | null | undefined, field: string, most: number): void {
  if (items != null && items.length > most)
    throw new DomainError('BAD_USER_INPUT', `${field} has at most ${most} items, not ${items.length}`, {
      field,
    });
}

/** Refuses a record whose input lacks what recording needs. */
export function refuseMissing<T extends object>(
  input: T,
  fields: readonly (keyof T & string)[],
  what: string,
): void {
  for (const field of fields)
    if (input[field] == null)
      throw new DomainError('BAD_USER_INPUT', `${field} is needed to record ${what}`, { field });
}
