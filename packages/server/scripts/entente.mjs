// `pnpm entente <command>`: builds what changed in the server, then runs the command line.
import { createRequire } from 'node:module';
import { build } from './build.mjs';

process.setSourceMapsEnabled(true);
await build();
// pnpm runs this in the repository; a file named on the command line is meant from where the person stands.
process.chdir(process.env.INIT_CWD ?? process.cwd());

// graphql-js checks its own types twice otherwise: seen as 40 % of Node's time on nested queries.
process.env.NODE_ENV ??= 'production';
const { run } = createRequire(import.meta.url)('../dist/main.js');
const code = await run(process.argv.slice(2));
// A pipe takes 64 KB at a time: what is longer, as the schema is, would be cut off.
process.stdout.write('', () => process.exit(code));
