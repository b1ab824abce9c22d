import { Field, InputType, ObjectType } from 'type-graphql';
import { Column } from 'typeorm';
import { DomainError } from '../errors';
import { CalendarDate, Edtf } from '../scalars';
import { boundsOf, UNBOUNDED } from './bounds';

const LONGEST_TEXT = 500;

@ObjectType({
  description: 'A date of the world, as sure as it is known. Null where no source says anything of it.',
})
export class FuzzyDate {
  @Field(() => String, { nullable: true, description: 'The wording of the source. Example: `this week`.' })
  @Column({ name: 'text', type: 'text', nullable: true })
  text: string | null;

  @Field(() => Edtf, {
    nullable: true,
    description: 'What the wording resolves to; null where it cannot be resolved.',
  })
  @Column({ name: 'edtf', type: 'text', nullable: true })
  edtf: string | null;

  /** `-infinity` where unbounded or unresolved, so that ranges compare without a special case. */
  @Column({ name: 'earliest', type: 'date', nullable: true })
  earliest: string | null;

  /** `infinity` where unbounded, open or unresolved. */
  @Column({ name: 'latest', type: 'date', nullable: true })
  latest: string | null;

  @Field(() => CalendarDate, {
    name: 'earliest',
    nullable: true,
    description: 'The first day it may mean; null if unbounded or unresolved.',
  })
  firstDay(): string | null {
    return this.earliest === UNBOUNDED.earliest ? null : this.earliest;
  }

  @Field(() => CalendarDate, {
    name: 'latest',
    nullable: true,
    description: 'The last day it may mean; null if unbounded, open or unresolved.',
  })
  lastDay(): string | null {
    return this.latest === UNBOUNDED.latest ? null : this.latest;
  }
}

@InputType({ description: 'A date as a source gives it. At least one of the two.' })
export class FuzzyDateInput {
  @Field(() => String, {
    nullable: true,
    description: 'The wording, verbatim, at most 500 characters. Example: `in early March`.',
  })
  text?: string | null;

  @Field(() => Edtf, { nullable: true, description: 'What it resolves to, if it does. Example: `XXXX-03`.' })
  edtf?: string | null;
}

/** The value to store. What cannot be read is refused, naming `field`, the path of the input. */
export function fuzzyDate(input: FuzzyDateInput, field: string): FuzzyDate {
  const text = input.text ?? null;
  const edtf = input.edtf ?? null;
  if (text === null && edtf === null)
    throw new DomainError(
      'BAD_USER_INPUT',
      `${field} needs the wording of the source (text) or a date (edtf), such as {edtf: "2021-03"}`,
      { field },
    );
  if (text !== null) refuseUnfit(text, `${field}.text`);
  const { earliest, latest } = edtf === null ? UNBOUNDED : boundsOf(edtf, `${field}.edtf`);
  return Object.assign(new FuzzyDate(), { text, edtf, earliest, latest });
}

function refuseUnfit(text: string, field: string): void {
  const fault = text.includes('\0')
    ? 'holds a NUL character; remove it'
    : text.trim() === ''
      ? 'is empty; leave it out, or give the wording, such as "in early March"'
      : [...text].length > LONGEST_TEXT
        ? `is longer than ${LONGEST_TEXT} characters; keep only the wording of the date`
        : null;
  if (fault) throw new DomainError('BAD_USER_INPUT', `${field} ${fault}`, { field });
}
