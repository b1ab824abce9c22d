import type { Load } from '../../platform/change/load';
import { Agreement, Ambit } from '../agreement/agreement.entity';
import { AgreementAction } from '../agreement/agreement-action.entity';
import { RowNumber } from '../record/record.entity';
import { SourceKind } from '../source/source.entity';
import { formOf } from './agreement-form.rule';
import type { Dataset, DatasetWorld, DatasetWriter, ImportedFact, Oddity } from './dataset.rule';
import { Participants } from './participants.rule';
import { exactDay } from './treaty-date.rule';
import { type Edition, ordinalOf, type TreatyRows, treatyRows } from './treaty-rows.service';
import { type UnAction, type UnFact, type UnTreaty, unDialectOf } from './un-treaties.rule';

const CLEAR = 0;
const EDITION: Edition = {
  dataset: 'un-treaties',
  title: 'Multilateral Treaties Deposited with the Secretary-General',
  url: 'https://treaties.un.org/Pages/ParticipationStatus.aspx',
  publisher: 'United Nations',
  rights: 'Terms of use of the United Nations Treaty Collection',
};

type Imported<F> = ImportedFact<UnFact> & { fact: F };

/** The United Nations Treaty Collection: one row, one action of one participant; and the index of its treaties. */
export const UN_TREATIES: Dataset<UnFact> = {
  name: 'un-treaties',
  title: 'United Nations Treaty Collection',
  dialectOf: unDialectOf,
  codeLabel: (code) => `Under a heading that is no kind of treaty action, or names several: ${code}`,
  writer: (world) => new UnTreatyWriter(world),
};

class UnTreatyWriter implements DatasetWriter<UnFact> {
  #rows: Promise<TreatyRows> | null = null;

  constructor(private readonly world: DatasetWorld) {}

  async write(
    facts: readonly ImportedFact<UnFact>[],
    load: Load,
    odd: (line: number, oddity: Oddity) => void,
  ): Promise<Map<string, string>> {
    this.#rows ??= treatyRows(this.world, EDITION, (states) => new Participants(states, this.world.catalog));
    const rows = await this.#rows;
    const untitled = await this.#untitled(rows, facts);
    const written = new Map<string, string>();
    const listed = new Map<string, number>();
    for (const imported of facts) {
      const { fact, externalId } = imported;
      const id = rows.id('agreement', fact.treaty);
      load.put('agreement', id, CLEAR);
      if (fact.is === 'TREATY') await this.#treaty(rows, { ...imported, fact }, id, load, untitled.has(id));
      else this.#action(rows, { ...imported, fact }, id, load, odd, listed);
      written.set(externalId, id);
    }
    return written;
  }

  /** Treaties of which only actions were imported so far: the index gives them their titles. */
  async #untitled(rows: TreatyRows, facts: readonly ImportedFact<UnFact>[]): Promise<Set<string>> {
    const ids = facts.flatMap(({ fact }) => (fact.is === 'TREATY' ? rows.id('agreement', fact.treaty) : []));
    if (ids.length === 0) return new Set();
    const found = await this.world.rows<{ id: string }>(
      'SELECT id FROM agreement WHERE id = ANY($1::uuid[]) AND title IS NULL',
      [ids],
    );
    return new Set(found.map(({ id }) => id));
  }

  async #treaty(
    rows: TreatyRows,
    { fact, externalId, isChanged }: Imported<UnTreaty>,
    id: string,
    load: Load,
    isUntitled: boolean,
  ): Promise<void> {
    load.add(Agreement, agreementRow(rows, id, fact.treaty, fact.title), isChanged || isUntitled);
    if (fact.chapter !== null) await rows.topic(load, id, fact.chapter, isChanged);
    const { url } = fact;
    const document =
      url === null ? null : { kind: SourceKind.OTHER, url, title: `Status of treaty ${fact.treaty}` };
    const statement = `${EDITION.title} lists it as ${fact.treaty}: ${fact.title}`;
    rows.claim(load, { externalId, isChanged }, id, [], statement, document);
  }

  #action(
    rows: TreatyRows,
    { fact, externalId, isChanged, line }: Imported<UnAction>,
    agreementId: string,
    load: Load,
    odd: (line: number, oddity: Oddity) => void,
    listed: Map<string, number>,
  ): void {
    load.add(Agreement, agreementRow(rows, agreementId, fact.treaty, null));
    const actor = rows.participants.find(fact.participant);
    if (!actor.isKnown) odd(line, { kind: 'participant', value: actor.label });
    // A participant stands where it is first named.
    const key = `${agreementId} ${actor.id}`;
    const first = listed.get(key) ?? line;
    listed.set(key, first);
    const party = rows.party(load, agreementId, actor, first, [], false);
    const id = rows.id('action', externalId);
    load.add(
      AgreementAction,
      rows.row(AgreementAction, {
        id,
        recordId: agreementId,
        ordinal: ordinalOf(line),
        kind: fact.kind,
        partyId: actor.id,
        on: exactDay(fact.on),
        text: fact.text,
      }),
      isChanged,
    );
    const action = { id, type: 'agreement_action' };
    const statement = `${fact.participant}, treaty ${fact.treaty}: ${fact.text ?? wording(fact.kind)}, ${fact.on}`;
    rows.claim(load, { externalId, isChanged }, agreementId, [action, party], statement, null);
  }
}

/** `provisional application`. */
function wording(kind: string): string {
  return kind.toLowerCase().replaceAll('_', ' ');
}

function agreementRow(rows: TreatyRows, id: string, treaty: string, title: string | null): object {
  return rows.row(Agreement, {
    id,
    title,
    number: RowNumber.ONE,
    form: title === null ? null : formOf(title),
    ambit: Ambit.MULTILATERAL,
    registrations: [`MTDSG ${treaty}`],
  });
}
