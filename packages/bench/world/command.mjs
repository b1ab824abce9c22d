// A command of the product, as an operator gives it: in a process of its own.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { SECRET } from './product.mjs';

const PROGRAM = new URL('../../server/scripts/entente.mjs', import.meta.url).pathname;

/** What it said; throws if it failed. */
export async function entente(url, directory, ...args) {
  const child = spawn(process.execPath, [PROGRAM, ...args], {
    env: {
      PATH: process.env.PATH,
      HOME: directory,
      NODE_ENV: 'production',
      DATABASE_URL: url,
      ENTENTE_DATA: directory,
      ENTENTE_SECRET: SECRET,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (data) => {
      said += data;
    });
  // All that it said is there only then.
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`entente ${args[0]} failed:\n${said}`);
  return said;
}
