import { createHash } from 'node:crypto';
import { ARTICLES } from './demo-articles.data';
import type { DemoClaim, DemoNote } from './demo-terms.input';

/** How much of the text stands beside a passage, in code points: as much as for every other passage. */
const AROUND = 32;

export const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

/** Sentences with a space between them, paragraphs with an empty line. */
export function textOf({ paragraphs }: DemoNote): string {
  return `${paragraphs.map((sentences) => sentences.map(({ text }) => text).join(' ')).join('\n\n')}\n`;
}

export const claimsRetold = ({ paragraphs }: DemoNote) =>
  paragraphs.flat().flatMap(({ claim }) => (claim ? [claim] : []));

const passageOf = (claim: string) => `passage of ${claim}`;

/** One passage for each sentence that holds a claim. */
export function passagesOf(note: DemoNote) {
  const text = textOf(note);
  const points = [...text];
  return note.paragraphs.flat().flatMap(({ text: quote, claim }) => {
    if (!claim) return [];
    const start = [...text.slice(0, text.indexOf(quote))].length;
    const end = start + [...quote].length;
    return [
      {
        id: passageOf(claim.id),
        start,
        end,
        quote,
        quoteHash: sha256(quote),
        prefix: points.slice(Math.max(0, start - AROUND), start).join(''),
        suffix: points.slice(end, end + AROUND).join(''),
      },
    ];
  });
}

/**
 * A note's claims have the targets, force and speakers of those they restate, so that nothing is said twice in two ways, and a
 * retelling is no origin of its own.
 */
export function claimsOf(note: DemoNote): DemoClaim[] {
  const told = new Map(
    ARTICLES.find(({ id }) => id === note.article)?.claims.map((claim) => [claim.id, claim]),
  );
  return claimsRetold(note).map(({ id, statement, restates }) => {
    const restated = restates.map((each) => {
      const claim = told.get(each);
      if (!claim) throw new Error(`${id} restates ${each}, which ${note.article} does not say`);
      return claim;
    });
    const [first] = restated;
    if (!first) throw new Error(`${id} restates nothing`);
    const subject = restated.flatMap((claim) => claim.subject);
    return { ...first, id, statement, subject, passages: [passageOf(id)] };
  });
}
