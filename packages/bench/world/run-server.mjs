// The server in a process of its own, without the build that `start` does before: it is killed and started a hundred times.
import { product } from './product.mjs';

process.setSourceMapsEnabled(true);
process.exit(await product('main').run(['serve']));
