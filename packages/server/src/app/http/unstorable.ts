import { type ASTNode, BREAK, type DocumentNode, Kind, visit } from 'graphql';
import { DomainError } from '../../platform/errors';
import { type Path, pathOfNode, pathOfVariable, written } from '../input-path';

/** PostgreSQL stores no NUL in a text. */
const NUL = 'A text may not hold the character U+0000; leave it out';
/** Can only be meant to do harm. JSON bodies with it are refused by Fastify; a GET's variables come here. */
const PROTOTYPE = 'A key may not be called __proto__; leave it out';

/** Apollo keeps parsed documents, so a document that is asked again need not be searched again. */
const cleanDocuments = new WeakSet<DocumentNode>();

interface Fault {
  message: string;
  path: (string | number)[];
}

/** Refuses, for literals and variables alike and in one place rather than in every scalar, what no field can take. */
export function refuseUnstorable(
  document: DocumentNode,
  variables: Record<string, unknown>,
  deepest: number,
): void {
  const literal = cleanDocuments.has(document) ? undefined : literalWithNul(document);
  if (literal) throw refusal(NUL, pathOfNode(document, (node) => node === literal) ?? []);
  cleanDocuments.add(document);
  const fault = faultIn(variables, deepest);
  if (!fault) return;
  const [name, ...rest] = fault.path;
  throw refusal(fault.message, [...(pathOfVariable(document, String(name)) ?? [String(name)]), ...rest]);
}

function literalWithNul(document: DocumentNode): ASTNode | undefined {
  let found: ASTNode | undefined;
  visit(document, {
    [Kind.STRING](node) {
      if (!node.value.includes('\0')) return undefined;
      found = node;
      return BREAK;
    },
  });
  return found;
}

/** The path is put together on the way back, so that the usual clean variables cost a walk and nothing more. */
function faultIn(value: unknown, deepest: number): Fault | null {
  if (typeof value === 'string') return value.includes('\0') ? { message: NUL, path: [] } : null;
  if (typeof value !== 'object' || value === null) return null;
  if (deepest === 0) return { message: 'Variables are nested too deeply', path: [] };
  for (const [key, item] of Object.entries(value)) {
    const fault = key === '__proto__' ? { message: PROTOTYPE, path: [] } : faultIn(item, deepest - 1);
    if (fault) {
      fault.path.unshift(Array.isArray(value) ? Number(key) : key);
      return fault;
    }
  }
  return null;
}

function refusal(message: string, path: Path): DomainError {
  const field = written(path);
  return new DomainError('BAD_USER_INPUT', message, field === '' ? {} : { field });
}
