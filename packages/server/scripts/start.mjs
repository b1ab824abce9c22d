// `pnpm start`: builds what changed, then serves until Ctrl-C.
import { createRequire } from 'node:module';
import { build } from './build.mjs';
import { buildConsole } from './build-console.mjs';

process.setSourceMapsEnabled(true);
const [files, isPageBuilt] = await Promise.all([build(), buildConsole()]);
if (files > 0 || isPageBuilt)
  console.log(`Built ${files} file(s) of the server${isPageBuilt ? ' and the GraphiQL page' : ''}.`);

// graphql-js checks its own types twice otherwise: seen as 40 % of Node's time on nested queries.
process.env.NODE_ENV ??= 'production';
const { run } = createRequire(import.meta.url)('../dist/main.js');
process.exit(await run(['serve']));
