// Writers, subscribers of every transport, and everything that can go wrong; then what each subscriber was told is compared with what
// happened. Exit code 0: nothing lost, nothing twice, nothing out of order.
import { within } from '../world/directory.mjs';
import { buildSdk, buildServer } from '../world/product.mjs';
import { readOptions } from './options.mjs';
import { report, reportPlants } from './report.mjs';
import { endure } from './run.mjs';

const options = readOptions(process.argv.slice(2));
await buildServer();
await buildSdk();
const isGood = await within('endurance', async (directory) => {
  const outcome = await endure(options, directory);
  const isClean = report(outcome, options);
  // A harness that sees nothing wrong has to show that it would.
  return options.isShort && options.plant === null ? reportPlants(outcome) && isClean : isClean;
});
process.exit(isGood ? 0 : 1);
