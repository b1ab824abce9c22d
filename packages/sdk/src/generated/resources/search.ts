// Generated from schema.graphql and operations/*.graphql by `pnpm --filter @entente/sdk run generate`. Do not edit.
import type { CallOptions } from '../../options.js';
import type { Core } from '../../core.js';
import { type HasDocument, listing, single } from '../../operation.js';
import type { Listing } from '../../paginate.js';
import type { FoundRecord, SearchVariables, SuggestSearchVariables } from '../types/search.js';

/**
 * Records by what they are called and what they say, the best first; spellings of a name find each other.
 *
 * @param core - A client, or the bare core of one.
 * @param variables - `text`: 2 to 200 characters. Example: `al-Ghanmi`. `types`: Only these kinds of record. Absent: all.
 * @param options - Signal, deadline and the like.
 * @throws EntenteError - Whatever else went wrong.
 * @example
 * ```ts
 * for (const { record, excerpts } of await search(entente, { text: 'al-Ghanmi', types: ['ACTOR'] }).take(10))
 *   console.log(record.label, excerpts[0]?.match);
 * ```
 */
export const search: ((core: Core, variables: SearchVariables, options?: CallOptions) => Listing<FoundRecord>) & HasDocument = /*#__PURE__*/ listing<SearchVariables, FoundRecord>('search', 7, 'query search($text:String!$types:[RecordType!]$first:Int$after:Cursor$total:Boolean!=false){search(text:$text types:$types first:$first after:$after){nodes{score record{__typename id label}excerpts{field before match after}}pageInfo{hasNextPage endCursor}totalCount@include(if:$total)}}');

/**
 * What may have been meant by a text that finds little: spellings that are on record.
 *
 * @param core - A client, or the bare core of one.
 * @param variables - `text`: 2 to 200 characters. Example: `al-Ghanmi`. `types`: Only these kinds of record. Absent: all.
 * @param options - Signal, deadline and the like.
 * @throws EntenteError - Whatever else went wrong.
 * @example
 * ```ts
 * console.log(await suggestSearch(entente, { text: 'Qadhimi' }));
 * ```
 */
export const suggestSearch: ((core: Core, variables: SuggestSearchVariables, options?: CallOptions) => Promise<Array<string>>) & HasDocument = /*#__PURE__*/ single<SuggestSearchVariables, Array<string>>('search.suggestions', 1, 'query suggestSearch($text:String!$types:[RecordType!]){search(text:$text types:$types first:0){suggestions}}');
