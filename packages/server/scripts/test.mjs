// `pnpm test`: every test of every package. Arguments go to Jest, so `pnpm test agreement` runs what is named so.
// The last line is `N passed, N failed`, with `, N skipped` if any were.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from './build.mjs';
import { buildConsole } from './build-console.mjs';

const packages = join(dirname(fileURLToPath(import.meta.url)), '../..');
const reports = mkdtempSync(join(tmpdir(), 'entente-report-'));
const total = { passed: 0, failed: 0, skipped: 0 };

// Some tests run what is shipped.
await Promise.all([build(), buildConsole()]);
for (const name of ['server', 'sdk', 'console']) {
  const folder = join(packages, name);
  if (existsSync(join(folder, 'jest.config.cjs'))) add(runJest(name, folder));
}
rmSync(reports, { recursive: true });

console.log(
  `${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`,
);
process.exit(total.failed > 0 || total.passed === 0 ? 1 : 0);

function runJest(name, folder) {
  console.log(`\n${name}`);
  const jest = createRequire(join(folder, 'package.json')).resolve('jest/bin/jest');
  const report = join(reports, `${name}.json`);
  const args = [jest, '--json', `--outputFile=${report}`, '--passWithNoTests', ...process.argv.slice(2)];
  // Jest prints the report itself to stdout too; what people read goes to stderr.
  const { status } = spawnSync(process.execPath, args, {
    cwd: folder,
    stdio: ['inherit', 'ignore', 'inherit'],
  });
  return { status, report };
}

function add({ status, report }) {
  if (!existsSync(report)) {
    total.failed++;
    return;
  }
  const result = JSON.parse(readFileSync(report, 'utf8'));
  total.passed += result.numPassedTests;
  total.skipped += result.numPendingTests + result.numTodoTests;
  // A file that cannot be loaded fails no test of its own.
  const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
  total.failed += failed > 0 ? failed : Number(status !== 0);
}
