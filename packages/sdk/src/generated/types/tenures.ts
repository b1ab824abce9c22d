// Generated from schema.graphql and operations/*.graphql by `pnpm --filter @entente/sdk run generate`. Do not edit.
import type { ActorRef, Level, TenureInput } from './common.js';

/** Which tenures. */
export type TenureFilter = {
  /** Of this level or a higher one. */
  levelAtLeast?: Level | null;
  /** That may cover this day. */
  on?: string | null;
  /** In these organizations. */
  organization?: Array<ActorRef> | null;
  /** Of these persons. */
  person?: Array<ActorRef> | null;
  /** Of these offices. */
  position?: Array<string> | null;
  /** Of these states, also through their organizations. */
  state?: Array<ActorRef> | null;
  /** Of offices with this title, folded. */
  title?: string | null;
};

/** What `listTenures` takes. */
export interface ListTenuresVariables {
  /** Which ones. Absent: all. */
  filter?: TenureFilter | null;
}

/** What `recordTenure` takes. */
export interface RecordTenureVariables {
  /** Who, which office, when. */
  input: TenureInput;
}
