// Generated from schema.graphql and operations/*.graphql by `pnpm --filter @entente/sdk run generate`. Do not edit.
import type { CallOptions, WriteOptions } from '../../options.js';
import type { Core } from '../../core.js';
import { type HasDocument, listing, single } from '../../operation.js';
import type { Listing } from '../../paginate.js';
import { ActorLink as ActorLinkText, EngagementSummary as EngagementSummaryText, Evidence as EvidenceText, PlaceRecord as PlaceRecordText, RecordFrame as RecordFrameText, When as WhenText } from '../fragments.js';
import type { AmendPlaceVariables, GetPlaceVariables, ListPlacesVariables, PlaceDetail, PlaceRecord, PlaceSummary, RecordPlaceVariables } from '../types/places.js';

/**
 * A place, with the latest of what happened there.
 *
 * @param core - A client, or the bare core of one.
 * @param variables - `id`: Begins with `place_`.
 * @param options - Signal, deadline and the like.
 * @throws NotFoundError - There is none, or none for you.
 * @throws EntenteError - Whatever else went wrong.
 * @example
 * ```ts
 * const place = await getPlace(entente, { id });
 * console.log(place.label, place.country?.iso2);
 * ```
 */
export const getPlace: ((core: Core, variables: GetPlaceVariables, options?: CallOptions) => Promise<PlaceDetail>) & HasDocument = /*#__PURE__*/ single<GetPlaceVariables, PlaceDetail>('place', 1105, 'query getPlace($id:ID!){place(id:$id){...PlaceRecord engagements(first:20){nodes{...EngagementSummary}pageInfo{hasNextPage}}claims(first:20){nodes{...Evidence}pageInfo{hasNextPage}}}}', PlaceRecordText, RecordFrameText, EngagementSummaryText, WhenText, EvidenceText, ActorLinkText);

/**
 * Venues, cities, countries and regions.
 *
 * @param core - A client, or the bare core of one.
 * @param variables - `name`: With a name like this one, folded. `country`: In these states.
 * @param options - Signal, deadline and the like.
 * @throws EntenteError - Whatever else went wrong.
 * @example
 * ```ts
 * const places = await listPlaces(entente, { name: 'Doha', country: ['QA'] }).take(5);
 * ```
 */
export const listPlaces: ((core: Core, variables?: ListPlacesVariables, options?: CallOptions) => Listing<PlaceSummary>) & HasDocument = /*#__PURE__*/ listing<ListPlacesVariables, PlaceSummary>('places', 2, 'query listPlaces($name:String$country:[ActorRef!]$first:Int$after:Cursor$total:Boolean!=false){places(name:$name country:$country first:$first after:$after){nodes{id label version marking changedAt resolution geoNamesId latitude longitude country{id label iso2}}pageInfo{hasNextPage endCursor}totalCount@include(if:$total)}}');

/**
 * Records a place.
 *
 * @param core - A client, or the bare core of one.
 * @param variables - `input`: What to record.
 * @param options - Idempotency key, signal, deadline and the like.
 * @throws BadInputError - The input cannot be; `field` says where.
 * @throws ConflictError - Another write had this idempotency key.
 * @throws EntenteError - Whatever else went wrong.
 * @example
 * ```ts
 * const place = await recordPlace(entente, { input: { names: [{ value: 'Doha' }], resolution: 'CITY', country: 'QA' } });
 * ```
 */
export const recordPlace: ((core: Core, variables: RecordPlaceVariables, options?: WriteOptions) => Promise<PlaceRecord>) & HasDocument = /*#__PURE__*/ single<RecordPlaceVariables, PlaceRecord>('recordPlace', 115, 'mutation recordPlace($input:PlaceInput!$idempotencyKey:String){recordPlace(input:$input idempotencyKey:$idempotencyKey){...PlaceRecord}}', PlaceRecordText, RecordFrameText);

/**
 * Changes a place.
 *
 * @param core - A client, or the bare core of one.
 * @param variables - `id`: Which one. `expectedVersion`: The version you have seen; another current one is a CONFLICT that carries it. `input`: What changes. `reason`: Why, for the history.
 * @param options - Idempotency key, signal, deadline and the like.
 * @throws BadInputError - The input cannot be; `field` says where.
 * @throws ConflictError - The record has another version by now; `currentVersion` says which.
 * @throws NotFoundError - There is no such record, or none for you.
 * @throws EntenteError - Whatever else went wrong.
 * @example
 * ```ts
 * await amendPlace(entente, { id, expectedVersion: 1, input: { latitude: 25.29, longitude: 51.53 } });
 * ```
 */
export const amendPlace: ((core: Core, variables: AmendPlaceVariables, options?: WriteOptions) => Promise<PlaceRecord>) & HasDocument = /*#__PURE__*/ single<AmendPlaceVariables, PlaceRecord>('amendPlace', 115, 'mutation amendPlace($id:ID!$expectedVersion:Int!$input:PlaceInput!$reason:String$idempotencyKey:String){amendPlace(id:$id expectedVersion:$expectedVersion input:$input reason:$reason idempotencyKey:$idempotencyKey){...PlaceRecord}}', PlaceRecordText, RecordFrameText);
