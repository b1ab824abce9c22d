import type { Load } from '../../platform/change/load';
import { Agreement } from '../agreement/agreement.entity';
import { AgreementAction, AgreementActionKind } from '../agreement/agreement-action.entity';
import { AgreementParty } from '../agreement/agreement-party.entity';
import { ClaimTarget } from '../claim/claim-target.entity';
import { RowNumber } from '../record/record.entity';
import { SourceKind } from '../source/source.entity';
import { formOf } from './agreement-form.rule';
import type { Dataset, DatasetWorld, DatasetWriter, ImportedFact, Oddity } from './dataset.rule';
import { Participants } from './participants.rule';
import { partiesOf } from './territories.rule';
import { exactDay } from './treaty-date.rule';
import { type Edition, type TreatyRows, treatyRows, type WrittenPart } from './treaty-rows.service';
import { type UkTreaty, ukDialectOf } from './uk-treaties.rule';

const CLEAR = 0;
const EDITION: Edition = {
  dataset: 'uk-treaties',
  title: 'UK Treaties Online',
  url: 'https://treaties.fcdo.gov.uk/',
  publisher: 'Foreign, Commonwealth and Development Office',
  rights: 'Crown copyright',
};

/** Treaties of the United Kingdom: one row, one agreement. */
export const UK_TREATIES: Dataset<UkTreaty> = {
  name: 'uk-treaties',
  title: 'UK Treaties Online',
  dialectOf: ukDialectOf,
  // Every row of this dataset is an agreement: none is skipped.
  codeLabel: () => null,
  // An agreement has ten parties on average, and up to 290.
  batchFacts: 100,
  writer: (world) => new UkTreatyWriter(world),
};

class UkTreatyWriter implements DatasetWriter<UkTreaty> {
  #rows: Promise<TreatyRows> | null = null;

  constructor(private readonly world: DatasetWorld) {}

  async write(
    facts: readonly ImportedFact<UkTreaty>[],
    load: Load,
    odd: (line: number, oddity: Oddity) => void,
  ): Promise<Map<string, string>> {
    this.#rows ??= treatyRows(this.world, EDITION, (states) => new Participants(states, this.world.catalog));
    const rows = await this.#rows;
    const former = await rows.written(facts.filter(({ isChanged }) => isChanged));
    const written = new Map<string, string>();
    for (const fact of facts) {
      const agreementId = rows.id('agreement', fact.externalId);
      const parts = await this.#agreement(rows, fact, agreementId, load, odd);
      const kept = new Set(parts.map(({ id }) => id));
      const claimId = rows.claimId(fact.externalId);
      for (const { targetId, partId, partType } of former.get(claimId) ?? []) {
        if (kept.has(partId)) continue;
        if (partType === 'agreement_party') load.retract(AgreementParty, partId, agreementId);
        else load.retract(AgreementAction, partId, agreementId);
        load.retract(ClaimTarget, targetId, claimId);
      }
      written.set(fact.externalId, agreementId);
    }
    return written;
  }

  async #agreement(
    rows: TreatyRows,
    imported: ImportedFact<UkTreaty>,
    id: string,
    load: Load,
    odd: (line: number, oddity: Oddity) => void,
  ): Promise<WrittenPart[]> {
    const { fact, isChanged, line } = imported;
    load.put('agreement', id, CLEAR);
    load.add(
      Agreement,
      rows.row(Agreement, {
        id,
        title: fact.title,
        number: RowNumber.ONE,
        form: formOf(fact.title),
        ambit: fact.ambit,
        registrations: fact.registrations,
      }),
      isChanged,
    );
    if (fact.subject !== null) await rows.topic(load, id, fact.subject, isChanged);
    const parts = [
      ...this.#parties(rows, imported, id, load, odd),
      ...fact.actions.map((action, index) => this.#action(rows, fact, action, id, index, load, isChanged)),
    ];
    const url = fact.documentUrl;
    const document = url === null ? null : { kind: SourceKind.TREATY_TEXT, url, title: null };
    const statement = `${EDITION.title} lists it as record ${fact.recordId}: ${fact.title}`;
    rows.claim(load, imported, id, parts, statement, document);
    for (const { kind, value } of sidesOf(fact, parts)) odd(line, { kind, value });
    return parts;
  }

  #parties(
    rows: TreatyRows,
    { fact, isChanged, line }: ImportedFact<UkTreaty>,
    agreementId: string,
    load: Load,
    odd: (line: number, oddity: Oddity) => void,
  ): WrittenPart[] {
    const { parties, orphans } = partiesOf(fact.parties, rows.participants);
    for (const name of orphans) odd(line, { kind: 'territory without its state', value: name });
    return parties.map(({ actor, appliesTo }, ordinal) => {
      if (!actor.isKnown) odd(line, { kind: 'participant', value: actor.label });
      return rows.party(load, agreementId, actor, ordinal, appliesTo, isChanged);
    });
  }

  #action(
    rows: TreatyRows,
    { signedAt }: UkTreaty,
    { kind, on, effectiveOn }: UkTreaty['actions'][number],
    agreementId: string,
    ordinal: number,
    load: Load,
    isChanged: boolean,
  ): WrittenPart {
    const id = rows.id('action', agreementId, kind);
    load.add(
      AgreementAction,
      rows.row(AgreementAction, {
        id,
        recordId: agreementId,
        ordinal,
        kind,
        // The list says when the United Kingdom withdrew; everything else it says of all together.
        partyId: kind === AgreementActionKind.WITHDRAWAL ? rows.participants.find('United Kingdom').id : null,
        on: on === null ? null : exactDay(on),
        effectiveOn: effectiveOn === null ? null : exactDay(effectiveOn),
        text: kind === AgreementActionKind.SIGNATURE && signedAt !== null ? `Signed at ${signedAt}` : null,
      }),
      isChanged,
    );
    return { id, type: 'agreement_action' };
  }
}

/** Where the list calls an agreement bilateral that has other than two parties, territories apart. */
function* sidesOf({ ambit }: UkTreaty, parts: readonly WrittenPart[]): Generator<Oddity> {
  const count = parts.filter(({ type }) => type === 'agreement_party').length;
  if (ambit === 'BILATERAL' && count !== 2) yield { kind: 'other than two sides', value: `${count} parties` };
}
