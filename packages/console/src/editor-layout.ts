import { pick, useGraphiQL } from '@graphiql/react';
import { useEffect } from 'react';

/** Beside the examples an editor has half the width GraphiQL plans for: smaller letters, and no line runs out of sight. */
export function useEditorLayout(): void {
  const { queryEditor, variableEditor, headerEditor, responseEditor } = useGraphiQL(
    pick('queryEditor', 'variableEditor', 'headerEditor', 'responseEditor'),
  );

  useEffect(() => {
    for (const editor of [queryEditor, variableEditor, headerEditor, responseEditor])
      editor?.updateOptions({ fontSize: 13, wordWrap: 'on', wrappingIndent: 'indent' });
  }, [queryEditor, variableEditor, headerEditor, responseEditor]);
}
