/** One event of a stream of server-sent events. */
export interface SentEvent {
  event?: string;
  data?: string;
  id?: string;
}

/** Reads text/event-stream, wherever the text is cut; comments and fields without meaning are passed over. */
export function sentEvents(): (text: string) => SentEvent[] {
  let rest = '';
  let event: SentEvent = {};
  return (text) => {
    const found: SentEvent[] = [];
    // What follows a return decides whether the line ended before or after it.
    const lines = (rest + text).split(/\r\n|\n|\r(?=[^\n])/);
    rest = lines.pop() as string;
    for (const line of lines) {
      if (line) {
        const [, field, value = ''] = /^([^:]*):? ?(.*)/s.exec(line) as RegExpExecArray;
        event[field as 'id'] = field === 'data' && event.data != null ? `${event.data}\n${value}` : value;
      } else {
        found.push(event);
        event = {};
      }
    }
    return found;
  };
}
