import { RowNumber } from '../record/record.entity';
import { type Agreement, type AgreementForm, AgreementStatus } from './agreement.entity';

const FORMS: { [form in AgreementForm]: [one: string, several: string] } = {
  TREATY: ['Treaty', 'Treaties'],
  CONVENTION: ['Convention', 'Conventions'],
  PROTOCOL: ['Protocol', 'Protocols'],
  FRAMEWORK: ['Framework agreement', 'Framework agreements'],
  MOU: ['Memorandum of understanding', 'Memoranda of understanding'],
  EXCHANGE_OF_NOTES: ['Exchange of notes', 'Exchanges of notes'],
  JOINT_STATEMENT: ['Joint statement', 'Joint statements'],
  ARRANGEMENT: ['Arrangement', 'Arrangements'],
};

const ANY_FORM: [string, string] = ['Agreement', 'Agreements'];
const MOST_SHOWN = 4;

/** For an agreement without a title: "Agreements expected, Iraq – Qatar". */
export function untitledLabel(
  { form, number }: Pick<Agreement, 'form' | 'number'>,
  status: AgreementStatus,
  parties: readonly string[],
): string {
  const isSeveral = number === RowNumber.SEVERAL;
  const [one, several] = form === null ? ANY_FORM : FORMS[form];
  const isExpected = status === AgreementStatus.ANTICIPATED && (isSeveral || form === null);
  const what = `${isSeveral ? several : one}${isExpected ? ' expected' : ''}`;
  return parties.length === 0 ? what : `${what}, ${shown([...parties].sort())}`;
}

function shown(parties: readonly string[]): string {
  if (parties.length <= MOST_SHOWN) return parties.join(' – ');
  const first = parties.slice(0, MOST_SHOWN - 1);
  return `${first.join(' – ')} and ${parties.length - first.length} others`;
}
