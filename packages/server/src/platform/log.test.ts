import fastCheck from 'fast-check';
import { createLog, describeFailure, onOneLine } from './log';

const described = (error: unknown) => JSON.stringify(describeFailure(error));

describe('a failure in the log', () => {
  test('shows what it is and where, but no statement, parameter, row or refused value', () => {
    const failure = Object.assign(new Error('invalid input syntax for type uuid: "hunter2"'), {
      code: '22P02',
      table: 'engagement',
      query: 'SELECT hunter2',
      parameters: ['hunter2'],
      detail: 'Key (token)=(hunter2) already exists.',
    });

    expect(describeFailure(failure)).toMatchObject({ type: 'Error', code: '22P02', table: 'engagement' });
    expect(described(failure)).not.toContain('hunter2');
  });

  test('does not repeat the message, values included, in the frames', () => {
    const { stack } = describeFailure(new Error('one\ntwo')) as { stack: string[] };

    expect(stack[0]).toMatch(/^at /);
    expect(stack.join()).not.toContain('two');
  });

  test('does not show the JSON that could not be read', () => {
    let failure: unknown;
    try {
      JSON.parse('hunter2');
    } catch (error) {
      failure = error;
    }

    expect(described(failure)).toContain('SyntaxError');
    expect(described(failure)).not.toContain('hunter2');
  });

  test('may be anything that was thrown', () => {
    for (const thrown of ['text', 7, null, undefined, { a: 1 }])
      expect(describeFailure(thrown)).toEqual({ type: typeof thrown });
  });
});

describe('the log', () => {
  test('writes one line of JSON whatever the text', () => {
    const lines: string[] = [];
    const log = createLog({ level: 'info', to: { write: (line) => lines.push(line) } });

    fastCheck.assert(
      fastCheck.property(fastCheck.string({ unit: 'binary' }), (text) => {
        lines.length = 0;
        log.info({ path: onOneLine(text) }, 'request');
        expect(lines.join('')).toMatch(/^[\x20-\x7e]+\n$/);
        expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 'info', msg: 'request' });
      }),
    );
  });
});
