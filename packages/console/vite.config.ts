import { defineConfig } from 'vite';

export default defineConfig({
  // Relative, so that the page also works below a path of a reverse proxy.
  base: './',
  build: {
    target: 'es2022',
    // Monaco alone is larger than Vite's default of 500 kB; it is fetched once, from this machine.
    chunkSizeWarningLimit: 4000,
    // Names and licences of everything bundled, beside the bundle.
    license: { fileName: 'licenses.md' },
    // The page's policy allows no inline script, and browsers that need this one are older than `target`.
    modulePreload: { polyfill: false },
    rolldownOptions: {
      onwarn(warning, warn) {
        // "use client" in libraries speaks to server rendering, which this page has none of.
        if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') warn(warning);
      },
    },
  },
  worker: { format: 'es' },
  server: { proxy: { '/graphql': { target: 'http://127.0.0.1:4000', ws: true } } },
});
