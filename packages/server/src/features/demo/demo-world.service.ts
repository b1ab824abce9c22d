import { fold } from '../../platform/fold';
import { type FuzzyDateInput, fuzzyDate } from '../../platform/fuzzy-date/fuzzy-date';
import { Actor } from '../actor/actor.entity';
import { GroupMember } from '../actor/group-member.entity';
import { Level, Position } from '../actor/position.entity';
import { Tenure } from '../actor/tenure.entity';
import { Agreement } from '../agreement/agreement.entity';
import { CommitmentParty } from '../agreement/agreement-link.entity';
import { AgreementParty } from '../agreement/agreement-party.entity';
import { Commitment } from '../agreement/commitment.entity';
import { ContextEvent, ContextEventActor } from '../context-event/context-event.entity';
import { AgendaItem, type Treatment } from '../engagement/agenda-item.entity';
import { Engagement } from '../engagement/engagement.entity';
import { EngagementLink } from '../engagement/engagement-link.entity';
import { Participation } from '../engagement/participation.entity';
import { Place } from '../place/place.entity';
import { Name, type NameKind } from '../record/name.entity';
import { shownName } from '../record/name.service';
import { Topic } from '../topic/topic.entity';
import type { DemoRows } from './demo-rows.service';
import { GROUPS, NAMES, ORGANIZATIONS, PERSONS, POSITIONS } from './world-actors.data';
import { AGREEMENTS, COMMITMENTS, CONTEXT_EVENTS, ENGAGEMENTS } from './world-engagements.data';
import { PLACES, TOPICS } from './world-places.data';

const ENGLISH = 'en';

export const dateOf = (date: FuzzyDateInput | undefined) =>
  date === undefined ? null : fuzzyDate(date, 'date');

const numberOf = (row: { isSeveral?: boolean }) => (row.isSeveral ? 'SEVERAL' : 'ONE');

/** As the projection of labels chooses it, so that it finds nothing to change. */
function labelOf(symbol: string): string {
  const names = Object.values(NAMES)
    .filter(([of]) => of === symbol)
    .map(([, value, kind]) => ({ value, kind: kind as NameKind, marking: 0 }));
  return shownName(names, 0) ?? symbol;
}

/** Actors other than states, which stand already, and the places they are in. */
export function addActors(rows: DemoRows): void {
  for (const [symbol, { orgKind, state, seatState }] of Object.entries(ORGANIZATIONS))
    rows.record(Actor, symbol, {
      ...{
        kind: 'ORGANIZATION',
        orgKind,
        stateId: rows.idOrNull(state),
        seatStateId: rows.idOrNull(seatState),
      },
      label: labelOf(symbol),
    });
  for (const symbol of Object.keys(PERSONS))
    rows.record(Actor, symbol, { ...{ kind: 'PERSON' }, label: labelOf(symbol) });
  for (const [symbol, { statedSize = null }] of Object.entries(GROUPS))
    rows.record(Actor, symbol, { ...{ kind: 'GROUP', statedSize }, label: labelOf(symbol) });
  for (const [symbol, { resolution, country }] of Object.entries(PLACES))
    rows.record(Place, symbol, { resolution, countryId: rows.idOrNull(country), label: labelOf(symbol) });
  for (const [slug, { name, parent, ploverContext = null }] of Object.entries(TOPICS))
    rows.record(Topic, slug, { slug, label: name, parentId: rows.idOrNull(parent), ploverContext });
}

/** What needs the sources first, since each spelling says where it comes from. */
export function addWorld(rows: DemoRows): void {
  addOffices(rows);
  addEvents(rows);
  addEngagementParts(rows);
  for (const [symbol, [of, value, kind, source]] of Object.entries(NAMES))
    rows.part(Name, symbol, of, {
      value,
      folded: fold(value),
      kind,
      language: ENGLISH,
      firstSourceId: rows.id(source),
    });
  for (const [slug, { name }] of Object.entries(TOPICS))
    rows.part(Name, `name of ${slug}`, slug, {
      value: name,
      folded: fold(name),
      kind: 'COMMON',
      language: ENGLISH,
    });
}

function addOffices(rows: DemoRows): void {
  for (const [group, { members = {} }] of Object.entries(GROUPS))
    for (const [symbol, { actor, role }] of Object.entries(members))
      rows.part(GroupMember, symbol, group, { actorId: rows.id(actor), role });
  for (const [symbol, { title, organization, state, accreditedTo, level }] of Object.entries(POSITIONS))
    rows.record(Position, symbol, {
      title,
      foldedTitle: fold(title),
      organizationId: rows.idOrNull(organization),
      stateId: rows.idOrNull(state),
      accreditedToId: rows.idOrNull(accreditedTo),
      level: Level[level],
    });
  for (const [person, [symbol, position]] of Object.entries(PERSONS))
    rows.part(Tenure, symbol, person, { positionId: rows.id(position) });
}

/** Engagements, agreements and context events, before what joins them. */
function addEvents(rows: DemoRows): void {
  for (const [
    symbol,
    { place, venueOrganization, parent, when, series = null, isSeveral, ...rest },
  ] of Object.entries(ENGAGEMENTS))
    rows.record(Engagement, symbol, {
      kind: rest.kind,
      status: rest.status,
      number: numberOf({ isSeveral }),
      when: dateOf(when),
      placeId: rows.idOrNull(place),
      venueText: rest.venueText ?? null,
      venueOrganizationId: rows.idOrNull(venueOrganization),
      parentId: rows.idOrNull(parent),
      sequence: rest.sequence ?? null,
      series,
      foldedSeries: series === null ? null : fold(series),
      edition: rest.edition ?? null,
    });
  for (const [symbol, { parties, ...agreement }] of Object.entries(AGREEMENTS)) {
    rows.record(Agreement, symbol, { number: numberOf(agreement), registrations: [] });
    for (const [party, actor] of Object.entries(parties))
      rows.part(AgreementParty, party, symbol, { actorId: rows.id(actor), appliesTo: [] });
  }
  for (const [symbol, { kind, when, actors = {} }] of Object.entries(CONTEXT_EVENTS)) {
    rows.record(ContextEvent, symbol, { kind, when: dateOf(when) });
    for (const [part, { actor, role }] of Object.entries(actors))
      rows.part(ContextEventActor, part, symbol, { actorId: rows.id(actor), role });
  }
}

function addEngagementParts(rows: DemoRows): void {
  for (const [symbol, { participations = {}, agenda = {}, links = {} }] of Object.entries(ENGAGEMENTS)) {
    for (const [part, { role, actor, tenure, unnamed, onBehalfOf, isSeveral }] of Object.entries(
      participations,
    ))
      rows.part(Participation, part, symbol, {
        role,
        actorId: tenure === undefined ? rows.idOrNull(actor) : rows.at(tenure).recordId,
        tenureId: rows.idOrNull(tenure),
        descriptor: unnamed ?? null,
        number: numberOf({ isSeveral }),
        onBehalfOfId: rows.idOrNull(onBehalfOf),
      });
    for (const [part, { topic, agreement, centrality = null, treatments = [] }] of Object.entries(agenda))
      rows.part(AgendaItem, part, symbol, {
        topicId: rows.idOrNull(topic),
        agreementId: rows.idOrNull(agreement),
        centrality,
        treatments: treatments as Treatment[],
      });
    for (const [part, { kind, to }] of Object.entries(links))
      rows.part(EngagementLink, part, symbol, { kind, toId: rows.id(to) });
  }
  for (const [symbol, { record, act, statement, parties }] of Object.entries(COMMITMENTS)) {
    const commitmentId = rows.part(Commitment, symbol, record, { act, statement });
    for (const [part, actor] of Object.entries(parties))
      rows.part(CommitmentParty, part, record, { commitmentId, actorId: rows.id(actor) });
  }
}
