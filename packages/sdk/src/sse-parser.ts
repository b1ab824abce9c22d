/** One event of a stream of server-sent events. */
export interface SentEvent {
  event?: string;
  data?: string;
  id?: string;
  retry?: string;
}

/** Reads text/event-stream, wherever the text is cut; comments and fields without meaning are passed over. */
export function sentEvents(): (text: string) => SentEvent[] {
  let rest = '';
  let afterReturn = false;
  let event: SentEvent = {};
  return (text) => {
    const found: SentEvent[] = [];
    if (!text) return found;
    // The second half of a line end that was cut in two.
    const lines = (rest + (afterReturn && text[0] === '\n' ? text.slice(1) : text)).split(/\r\n|\n|\r/);
    afterReturn = text.endsWith('\r');
    rest = lines.pop() as string;
    for (const line of lines) {
      if (!line) {
        if (event.event || event.data != null) found.push(event);
        event = {};
        continue;
      }
      const [, field, value = ''] = /^([^:]*):? ?(.*)/.exec(line) as RegExpExecArray;
      if (field === 'data') event.data = event.data == null ? value : `${event.data}\n${value}`;
      else event[field as 'id'] = value;
    }
    return found;
  };
}
