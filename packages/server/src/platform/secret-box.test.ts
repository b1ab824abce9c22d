import { SecretBox } from './secret-box';

const box = new SecretBox('the secret of an installation', 'tests');

describe('a box of secrets', () => {
  test('gives back what was put in, and shows nothing of it', () => {
    const sealed = box.seal('whsec_open', 'a');

    expect(box.open(sealed, 'a')).toBe('whsec_open');
    expect(sealed.toString('latin1')).not.toContain('whsec');
    expect(box.seal('whsec_open', 'a')).not.toEqual(sealed);
  });

  test.each([
    ['of another installation', () => new SecretBox('another secret', 'tests').open(box.seal('x', 'a'), 'a')],
    [
      'of another purpose',
      () => new SecretBox('the secret of an installation', 'b').open(box.seal('x', 'a'), 'a'),
    ],
    ['of another owner', () => box.open(box.seal('x', 'a'), 'b')],
    ['that was altered', () => box.open(box.seal('x', 'a').fill(0, 12, 13), 'a')],
  ])('opens none %s', (_, open) => {
    expect(open).toThrow();
  });
});
