import { pick, useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import type { OperationDefinitionNode } from 'graphql';
import { parse } from 'graphql';
import type { Example } from './example';
import { examples } from './examples';

/**
 * Opens an example in the editors and runs it. What the reader has written is never replaced:
 * then the example gets a tab of its own, with the same headers, as they may carry the token.
 */
export function useOpenExample(): (example: Example) => void {
  const { queryEditor, variableEditor, headerEditor } = useGraphiQL(
    pick('queryEditor', 'variableEditor', 'headerEditor'),
  );
  const { addTab, setOperationFacts, updateActiveTabValues, run } = useGraphiQLActions();

  return ({ query, variables }) => {
    if (!queryEditor || !variableEditor) return;
    const headers = headerEditor?.getValue() ?? null;
    if (isOwnWork(queryEditor.getValue(), variableEditor.getValue())) addTab();

    queryEditor.setValue(query);
    queryEditor.setScrollPosition({ scrollTop: 0, scrollLeft: 0 });
    variableEditor.setValue(variables);
    headerEditor?.setValue(headers ?? '');
    // The editor reads the operation's name only after a pause, and `run` would still send the name before.
    const documentAST = parse(query);
    const operations = documentAST.definitions.filter(
      (node): node is OperationDefinitionNode => node.kind === 'OperationDefinition',
    );
    const operationName = operations[0]?.name?.value;
    setOperationFacts({ documentAST, operations, operationName });
    updateActiveTabValues({ query, variables, headers, operationName: operationName ?? null });
    void run();
  };
}

function isOwnWork(query: string, variables: string): boolean {
  const untouched = examples.some((example) => example.query === query && example.variables === variables);
  return query.trim() !== '' && !untouched;
}
