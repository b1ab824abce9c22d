import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type DefinitionNode,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  parse,
  print,
  visit,
} from 'graphql';
import { DEMO_IDS as ID } from '../../src/features/demo/demo-ids.rule';
import { EXAMPLES } from '../questions/examples';
import { RUN } from './import-runs';

const SDK = join(__dirname, '../../../sdk/operations');

export interface Operation {
  /** "question 6", or as the SDK names it. */
  name: string;
  query: string;
  variables: { [name: string]: unknown };
}

/** What is asked of the demo record where an operation of the SDK asks for something; a recorded time apart. */
const VARIABLES: { [operation: string]: Operation['variables'] } = {
  getActor: { ref: ID.QANEMI },
  getAgreement: { id: ID.AG1 },
  getClaim: { id: ID.b26 },
  getContextEvent: { id: ID.CX1 },
  getEngagement: { id: ID.E3 },
  getImportRun: { id: RUN },
  getPlace: { id: ID.DOHA },
  getPosition: { id: ID.P3 },
  getRecord: { id: ID.E3 },
  getRecords: { ids: [ID.E1, ID.E3, ID.QANEMI, ID.b26, ID.SRC_B, ID.P3, ID.DOHA, ID.CX1, ID.AG1] },
  recordHistory: { id: ID.E3 },
  getRelationship: { between: ['QA', 'IQ'] },
  getSource: { id: ID.SRC_B },
  getSourceText: { id: ID.NOTE_B },
  listSourcePassages: { id: ID.SRC_B },
  getTopic: { ref: 'security' },
  groupAgreements: { by: ['FORM', 'STATE'] },
  groupClaims: { by: ['PREDICATE', 'PUBLISHER'] },
  groupEngagements: { by: ['YEAR', 'RELATIONSHIP'] },
  listImportRejections: { id: RUN },
  search: { text: 'al-Ghanmi' },
  suggestSearch: { text: 'Qanemee' },
  getWebhook: { id: 'webhook_01kdvdna00e7b80614aeaegjp6' },
};

/** Every documented read: the questions, and what the SDK sends. */
export const OPERATIONS: readonly Operation[] = [
  ...EXAMPLES.filter(({ isStream }) => !isStream).map(({ number, query, variables }) => ({
    name: `question ${number}`,
    query,
    variables,
  })),
  ...readsOfTheSdk(),
];

function readsOfTheSdk(): Operation[] {
  const definitions = readdirSync(SDK).flatMap(
    (file) => parse(readFileSync(join(SDK, file), 'utf8')).definitions,
  );
  const fragments = new Map(
    definitions.flatMap((each) => (each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each]] : [])),
  );
  return definitions
    .filter((each): each is OperationDefinitionNode => each.kind === Kind.OPERATION_DEFINITION)
    .filter(({ operation }) => operation === OperationTypeNode.QUERY)
    .map((operation) => {
      const name = operation.name?.value ?? '';
      return {
        name,
        query: [operation, ...fragmentsOf(operation, fragments)].map(print).join('\n'),
        variables: VARIABLES[name.replace(/AsOf$/, '')] ?? {},
      };
    });
}

/** Those that a definition spreads, and those that these do. */
function fragmentsOf(start: DefinitionNode, all: ReadonlyMap<string, DefinitionNode>): DefinitionNode[] {
  const found = new Set<DefinitionNode>();
  const look = (definition: DefinitionNode) =>
    visit(definition, {
      FragmentSpread({ name }) {
        const fragment = all.get(name.value);
        if (!fragment || found.has(fragment)) return;
        found.add(fragment);
        look(fragment);
      },
    });
  look(start);
  return [...found];
}
