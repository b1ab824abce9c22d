const SERVER = '^packages/server/src';
const FEATURES = `${SERVER}/features`;

// Upstream first. What stands later may import what stands earlier, never the reverse:
// a downstream feature adds its field to an upstream type.
const ORDER = [
  'record',
  'place',
  'topic',
  'context-event',
  'actor',
  'source',
  'engagement',
  'agreement',
  'claim',
  'relationship',
  'feed',
  'webhook',
  'identity',
  'statistics',
  'search',
  'import',
  'demo',
];

const edges = ORDER.slice(0, -1).map((feature, at) => ({
  name: `${feature}-is-upstream-of-${ORDER[at + 1]}`,
  comment: `${feature} must not need what is built on it: let the later feature add a field resolver to its type.`,
  from: { path: `${FEATURES}/${feature}/` },
  to: { path: `${FEATURES}/(${ORDER.slice(at + 1).join('|')})/` },
}));

/** @type {import('dependency-cruiser').IForbiddenRuleType[]} */
const forbidden = [
  {
    name: 'no-cycles',
    comment:
      'The GraphQL graph is cyclic, the import graph is not; type imports count. Move what both need upstream.',
    from: {},
    to: { circular: true },
  },
  {
    name: 'imports-resolve',
    comment: 'A path that leads nowhere escapes every other rule.',
    from: {},
    to: { couldNotResolve: true },
  },
  {
    name: 'nothing-imports-main',
    comment: 'main.ts is the command line and nothing else; what others need of it belongs in app/.',
    from: {},
    to: { path: `${SERVER}/main[.]ts$` },
  },
  {
    name: 'platform-knows-no-feature',
    comment:
      'platform/ knows no diplomacy and could be another project’s: take what it needs as an argument.',
    from: { path: `${SERVER}/platform/` },
    to: { path: `${SERVER}/(features|app|migrations)/` },
  },
  {
    name: 'migrations-stand-alone',
    comment: 'A migration that ran must do the same for ever, so it may not follow code that changes.',
    from: { path: `${SERVER}/migrations/` },
    to: { path: `${SERVER}/(features|app)/` },
  },
  {
    name: 'features-see-only-the-context-type',
    comment:
      'app/ assembles the features; a value imported from it would turn that round. `import type` the Context.',
    from: { path: FEATURES },
    to: { path: `${SERVER}/app/`, dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'only-resolvers-see-the-context',
    comment: 'The request’s context is GraphQL’s; services take what they need in their constructor.',
    from: { path: FEATURES, pathNot: '[.]resolver[.]ts$' },
    to: { path: `${SERVER}/app/` },
  },
  {
    name: 'entities-import-only-entities-and-platform',
    comment: 'An entity is a shape; what acts on it imports it.',
    from: { path: `${SERVER}/.*[.]entity[.]ts$` },
    to: { path: SERVER, pathNot: `[.]entity[.]ts$|${SERVER}/platform/` },
  },
  {
    name: 'services-know-no-resolver',
    comment: 'Resolvers call services; a service that calls back has a service missing.',
    from: { path: `${SERVER}/.*[.](entity|input|service|query|rule|job|stream)[.]ts$` },
    to: { path: '[.]resolver[.]ts$' },
  },
  {
    name: 'foreign-features-are-reached-by-what-they-offer',
    comment:
      'A feature offers its shapes, inputs, reads, writes and constants; rules are its own, but for those of the feed, which whoever sends it needs. A resolver is reached only for the connection type it makes.',
    from: { path: `${FEATURES}/([^/]+)/` },
    to: {
      path: `${FEATURES}/`,
      pathNot: [
        `${FEATURES}/$1/`,
        '[.](entity|service|input|query|resolver|data)[.]ts$',
        `${FEATURES}/feed/.*[.]rule[.]ts$`,
      ],
    },
  },
  ...edges,
  {
    name: 'every-feature-has-its-place',
    comment: 'A feature that ORDER above does not name would be held by no edge: add it there.',
    from: { path: FEATURES, pathNot: `${FEATURES}/(${ORDER.join('|')})/` },
    to: {},
  },
  {
    name: 'shipped-code-needs-no-development-package',
    comment: 'It would be missing where only `dependencies` are installed.',
    from: { path: '^packages/(server|sdk)/src' },
    to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'sdk-knows-no-server',
    comment: 'The SDK knows the server by schema.graphql alone; only its tests may start one.',
    from: { path: '^packages/sdk/src' },
    to: { path: '^packages/(server|console)/' },
  },
  {
    name: 'console-knows-no-server',
    comment: 'The page speaks GraphQL like any other client.',
    from: { path: '^packages/console/src' },
    to: { path: '^packages/server/' },
  },
  {
    name: 'server-knows-no-client',
    comment: 'The contract between the packages is schema.graphql.',
    from: { path: SERVER },
    to: { path: '^packages/(sdk|console)/' },
  },
];

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: forbidden.map((rule) => ({ severity: 'error', ...rule })),
  options: {
    // Tests may import anything.
    exclude: { path: '[.]test[.]ts$|^packages/[^/]+/(test|dist)/' },
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
