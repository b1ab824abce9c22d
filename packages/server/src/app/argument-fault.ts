import { GraphQLError } from 'graphql';
import { DomainError } from '../platform/errors';

const MOST_PROBLEMS_LISTED = 20;

/** class-validator's report, as far as it is read here. */
interface Report {
  property: string;
  constraints?: Record<string, string>;
  children?: Report[];
}

interface Problem {
  field: string;
  message: string;
}

/** What type-graphql throws when class-validator refuses an argument: its paths and words, without the values it carries. */
export function argumentFaultOf(error: unknown): DomainError | null {
  if (!(error instanceof GraphQLError) || !Array.isArray(error.extensions.validationErrors)) return null;
  const problems = (error.extensions.validationErrors as Report[]).flatMap((report) =>
    problemsIn(report, ''),
  );
  const [first, ...others] = problems;
  if (!first) return new DomainError('BAD_USER_INPUT', 'An argument is not valid');
  return new DomainError('BAD_USER_INPUT', first.message, {
    field: first.field,
    ...(others.length > 0 && { problems: problems.slice(0, MOST_PROBLEMS_LISTED) }),
  });
}

function problemsIn({ property, constraints = {}, children = [] }: Report, parent: string): Problem[] {
  const field = parent === '' ? property : `${parent}.${property}`;
  const own = Object.values(constraints).map((words) => ({ field, message: placed(words, property, field) }));
  return [...own, ...children.flatMap((child) => problemsIn(child, field))];
}

/** class-validator writes "title must be …": the whole path stands where it writes the last name. */
function placed(words: string, property: string, field: string): string {
  return words.startsWith(`${property} `) ? field + words.slice(property.length) : `${field}: ${words}`;
}
