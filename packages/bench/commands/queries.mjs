/** The stream as an integrator asks for it. `alias`: whoever asks for the answer under another name has to be answered by itself. */
export function eventsQuery({ alias = 'events', filter = null } = {}) {
  return {
    query: `subscription ($filter: EventFilter) { ${alias}: events(filter: $filter) {
      __typename cursor
      ... on EventDelivered { transition event { id recordType recordId recordVersion change changed at by before after } }
    } }`,
    variables: { filter },
  };
}
