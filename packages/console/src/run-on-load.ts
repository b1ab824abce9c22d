import { pick, useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { parse } from 'graphql';
import { useEffect, useRef } from 'react';

/** Runs the open tab once, when the editors are there. A mutation kept from an earlier visit is shown, not sent again. */
export function useRunOnLoad(): void {
  const { queryEditor, variableEditor, headerEditor, responseEditor, tabs, activeTabIndex } = useGraphiQL(
    pick('queryEditor', 'variableEditor', 'headerEditor', 'responseEditor', 'tabs', 'activeTabIndex'),
  );
  const { run } = useGraphiQLActions();
  const isDone = useRef(false);

  useEffect(() => {
    if (isDone.current || !queryEditor || !variableEditor || !headerEditor || !responseEditor) return;
    isDone.current = true;
    // GraphiQL fills the query of its default tab, but not the variables.
    const variables = tabs[activeTabIndex]?.variables;
    if (variables && !variableEditor.getValue()) variableEditor.setValue(variables);
    if (onlyReads(queryEditor.getValue())) void run();
  });
}

function onlyReads(query: string): boolean {
  try {
    return parse(query).definitions.every(
      (node) => node.kind !== 'OperationDefinition' || node.operation === 'query',
    );
  } catch {
    return false;
  }
}
