import { DOC_EXPLORER_PLUGIN, DocExplorerStore } from '@graphiql/plugin-doc-explorer';
import { HISTORY_PLUGIN, HistoryStore } from '@graphiql/plugin-history';
import { GraphiQLProvider } from '@graphiql/react';
import { GraphiQL, GraphiQLInterface } from 'graphiql';
import { useMemo, useState } from 'react';
import { useEditorLayout } from './editor-layout';
import { examples } from './examples';
import { examplesPlugin } from './examples-panel';
import type { Failure } from './failure';
import { FailureNotice } from './failure-notice';
import { createFetcher } from './fetcher';
import { useRunOnLoad } from './run-on-load';

const plugins = [examplesPlugin, DOC_EXPLORER_PLUGIN, HISTORY_PLUGIN];
const headersHint = `{
  // "Authorization": "Bearer <the token that start prints>"
}`;

export function Console() {
  const [failure, setFailure] = useState<Failure | null>(null);
  const fetcher = useMemo(() => createFetcher(setFailure), []);

  // No headers are kept in the browser's storage: they may hold the token for writing.
  return (
    <GraphiQLProvider
      fetcher={fetcher}
      plugins={plugins}
      referencePlugin={DOC_EXPLORER_PLUGIN}
      visiblePlugin={examplesPlugin.title}
      defaultTabs={examples.slice(0, 1)}
      defaultQuery=""
      defaultHeaders={headersHint}
      inputValueDeprecation
      schemaDescription
      shouldPersistHeaders={false}
    >
      <HistoryStore>
        <DocExplorerStore>
          <FailureNotice failure={failure} />
          <GraphiQLInterface defaultEditorToolsVisibility="variables" showPersistHeadersSettings={false}>
            <GraphiQL.Logo>
              <span className="wordmark">
                <img src="./favicon.svg" alt="" /> Entente
              </span>
            </GraphiQL.Logo>
            <Opening />
          </GraphiQLInterface>
        </DocExplorerStore>
      </HistoryStore>
    </GraphiQLProvider>
  );
}

function Opening() {
  useEditorLayout();
  useRunOnLoad();
  return null;
}
