const { readFileSync } = require('node:fs');

const swc = JSON.parse(readFileSync(`${__dirname}/.swcrc`, 'utf8'));

// Packages that ship ES modules only: Jest's `require` cannot load them as they are.
const ES_MODULES_ONLY = ['content-disposition', 'edtf', 'jose', 'sql-template-tag', 'uuid', 'uuidv7'].join(
  '|',
);

/** @type {import('jest').Config} */
module.exports = {
  rootDir: __dirname,
  testEnvironment: 'node',
  testMatch: ['<rootDir>/src/**/*.test.ts', '<rootDir>/test/**/*.test.ts'],
  transform: {
    '^.+\\.ts$': ['@swc/jest', { ...swc, swcrc: false }],
    '^.+\\.m?js$': ['@swc/jest', { module: { type: 'commonjs' }, swcrc: false }],
  },
  transformIgnorePatterns: [
    `/node_modules/\\.pnpm/(?!(${ES_MODULES_ONLY})@)`,
    `/node_modules/(?!\\.pnpm/|(${ES_MODULES_ONLY})/)`,
  ],
  globalSetup: '<rootDir>/test/harness/postgres/global-setup.ts',
  globalTeardown: '<rootDir>/test/harness/postgres/global-teardown.ts',
  setupFiles: ['reflect-metadata'],
  testTimeout: 20_000,
};
