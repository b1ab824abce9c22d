// The product as it is shipped: compiled when its sources changed, then loaded from dist.
import { createRequire } from 'node:module';
import { build } from '../../server/scripts/build.mjs';

// graphql-js looks at every value twice otherwise; `start` sets it too.
process.env.NODE_ENV ??= 'production';

const require = createRequire(import.meta.url);

export const buildServer = build;

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
