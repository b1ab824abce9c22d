// The product as it is shipped: compiled when its sources changed, then loaded from dist.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build as buildServer } from '../../server/scripts/build.mjs';
import { buildIfChanged } from '../../server/scripts/changed.mjs';

// graphql-js looks at every value twice otherwise; `start` sets it too.
process.env.NODE_ENV ??= 'production';

const require = createRequire(import.meta.url);

const SDK = new URL('../../sdk', import.meta.url).pathname;

export { buildServer };

/** Where its sources changed. */
export async function buildSdk() {
  await buildIfChanged({
    sources: ['src', 'scripts', 'package.json'].map((name) => join(SDK, name)),
    output: join(SDK, 'dist'),
    build: async () => {
      const { status } = spawnSync(process.execPath, [join(SDK, 'scripts/build.mjs')], { stdio: 'inherit' });
      if (status !== 0) throw new Error('The SDK could not be built; see the lines above.');
    },
  });
}

/** A module of the server: `product('app/context')`. */
export function product(path) {
  return require(`../../server/dist/${path}.js`);
}

/** The server's own copy of a package: two of graphql refuse each other's schemas. */
export function packageOfServer(name) {
  return createRequire(require.resolve('../../server/package.json'))(name);
}

/** Of the benches alone; every process of a run shares it. */
export const SECRET = 'the-secret-of-the-benches-0123456789';
export const TOKEN = 'the-token-of-the-benches-01234567890';
