import { OperatorError } from '../../platform/operator-error';
import type { Dataset } from './dataset.rule';

/** Everything that can be imported. */
export const DATASETS: readonly Dataset<unknown>[] = [];

export function datasetNamed(name: string): Dataset<unknown> {
  const dataset = DATASETS.find((each) => each.name === name);
  if (!dataset)
    throw new OperatorError(
      `There is no dataset ${name}; there are ${DATASETS.map((each) => each.name).join(', ')}.`,
    );
  return dataset;
}
