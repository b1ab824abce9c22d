import { OperatorError } from '../../platform/operator-error';
import type { Dataset } from './dataset.rule';
import { GDELT } from './gdelt.service';
import { GKG_ARTICLES } from './gkg-articles.service';
import { ICEWS } from './icews.service';
import { UK_TREATIES } from './uk-treaties.service';
import { UN_TREATIES } from './un-treaties.service';

/** Everything that can be imported. */
export const DATASETS: readonly Dataset<unknown>[] = [GDELT, GKG_ARTICLES, ICEWS, UK_TREATIES, UN_TREATIES];

/** Null for what is imported no more, or was only ever in a test. */
export function datasetOrNull(name: string): Dataset<unknown> | null {
  return DATASETS.find((each) => each.name === name) ?? null;
}

export function datasetNamed(name: string): Dataset<unknown> {
  const dataset = datasetOrNull(name);
  if (!dataset)
    throw new OperatorError(
      `There is no dataset ${name}; there are ${DATASETS.map((each) => each.name).join(', ')}.`,
    );
  return dataset;
}
