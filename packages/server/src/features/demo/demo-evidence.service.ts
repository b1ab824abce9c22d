import { Attribution } from '../claim/attribution.entity';
import { Claim } from '../claim/claim.entity';
import { ClaimPassage } from '../claim/claim-passage.entity';
import { ClaimRelation } from '../claim/claim-relation.entity';
import { ClaimTarget } from '../claim/claim-target.entity';
import { TargetRole } from '../record/claim-terms.entity';
import { Passage } from '../source/passage.entity';
import { Source } from '../source/source.entity';
import { SourceCitation } from '../source/source-citation.entity';
import { SourceText } from '../source/source-text.entity';
import { ARTICLES, NOTES, RELATIONS, STATEMENTS } from './demo-articles.data';
import { claimsOf, claimsRetold, passagesOf, sha256, textOf } from './demo-note.rule';
import type { DemoRows } from './demo-rows.service';
import type { DemoClaim, DemoNote, DemoRelation, Target } from './demo-terms.input';
import { dateOf } from './demo-world.service';

export function addSources(rows: DemoRows): void {
  for (const { id, dateline, contentHash } of ARTICLES)
    rows.record(Source, id, { kind: 'NEWS_ARTICLE', dateline, contentHash, language: 'en', isHeld: true });
  for (const { id, publisher } of STATEMENTS)
    rows.record(Source, id, { kind: 'OFFICIAL_STATEMENT', publisherId: rows.id(publisher), isHeld: false });
  for (const note of NOTES) {
    const text = textOf(note);
    rows.record(Source, note.id, {
      kind: 'CODER_NOTE',
      title: note.title,
      contentHash: sha256(text),
      language: 'en',
      rights: 'Apache-2.0',
      isHeld: true,
    });
    rows.part(SourceText, `text of ${note.id}`, note.id, { text });
    rows.part(SourceCitation, `what ${note.id} retells`, note.id, {
      citesId: rows.id(note.article),
      kind: 'PARAPHRASE',
    });
  }
}

/** All that the articles and the notes say, after everything they say it of. */
export function addEvidence(rows: DemoRows): void {
  for (const { id, passages } of ARTICLES)
    for (const [symbol, [start, end, quoteHash]] of Object.entries(passages))
      rows.part(Passage, symbol, id, { start, end, quoteHash });
  for (const note of NOTES)
    for (const { id, ...passage } of passagesOf(note)) rows.part(Passage, id, note.id, passage);
  const claims = [
    ...ARTICLES.flatMap(({ id, claims }) => claims.map((claim) => ({ source: id, claim }))),
    ...NOTES.flatMap((note) => claimsOf(note).map((claim) => ({ source: note.id, claim }))),
  ];
  for (const { source, claim } of claims) addClaim(rows, source, claim);
  for (const { claim } of claims) addGround(rows, claim);
  for (const { from, kind, to, note = null } of [...RELATIONS, ...NOTES.flatMap(supportsOf)])
    rows.part(ClaimRelation, `${from} ${kind} ${to}`, from, { kind, toId: rows.id(to), note });
}

function addClaim(rows: DemoRows, source: string, claim: DemoClaim): void {
  rows.record(Claim, claim.id, {
    // Of the record alone; the projection of handling keeps it from then on.
    clearance: 0,
    sourceId: rows.id(source),
    predicate: claim.predicate ?? 'SUPPORTS_RECORD',
    statement: claim.statement,
    modality: claim.modality ?? 'ASSERTED',
    polarity: 'POSITIVE',
    value: claim.value ?? null,
    gap: claim.gap ?? null,
    direction: claim.direction ?? null,
    priority: claim.priority ?? null,
    valid: dateOf(claim.valid),
    standing: 'NORMAL',
  });
}

function addGround(rows: DemoRows, claim: DemoClaim): void {
  const { id } = claim;
  for (const role of Object.values(TargetRole)) {
    const targets = claim[role.toLowerCase() as Lowercase<TargetRole>] ?? [];
    targets.forEach((target, index) => {
      rows.part(ClaimTarget, `${id} ${role} ${index}`, id, { role, ...targetOf(rows, target) });
    });
  }
  for (const passage of claim.passages)
    rows.part(ClaimPassage, `${id} rests on ${passage}`, id, { passageId: rows.id(passage) });
  claim.speakers?.forEach(({ kind, actor, unnamed, source }, index) => {
    rows.part(Attribution, `${id} said ${index}`, id, {
      order: 1,
      kind,
      speakerId: rows.idOrNull(actor),
      descriptor: unnamed ?? null,
      referencedSourceId: rows.idOrNull(source),
    });
  });
}

function targetOf(rows: DemoRows, target: Target) {
  if (typeof target !== 'string') return { descriptor: target.unnamed };
  const [symbol = '', field = null] = target.split('.');
  const { id, table, recordId } = rows.at(symbol);
  return id === recordId
    ? { targetId: id, field }
    : { targetId: recordId, partId: id, partType: table, field };
}

/** A retelling supports what it retells. */
function supportsOf(note: DemoNote): DemoRelation[] {
  return claimsRetold(note).flatMap(({ id, restates }) =>
    restates.map((to) => ({ from: id, kind: 'SUPPORTS' as const, to })),
  );
}
