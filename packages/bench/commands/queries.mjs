/** The stream as an integrator asks for it. `name` makes an operation its own: what is called otherwise is executed by itself. */
export function eventsQuery({ name = 'Changes', filter = null } = {}) {
  return {
    query: `subscription ${name}($filter: EventFilter) { events(filter: $filter) {
      __typename cursor
      ... on EventDelivered { transition event { id recordType recordId recordVersion change changed at by before after } }
    } }`,
    variables: { filter },
  };
}
