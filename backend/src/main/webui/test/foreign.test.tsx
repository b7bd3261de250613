import { render } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { searchable, visible, visibleJson } from '../src/common/foreign';
import { ForeignText } from '../src/common/ForeignText';
import { PlainText } from '../src/common/PlainText';

describe('text of others', () => {
  it.each([
    ['Fix login \u202Eyad-ot\u202C', 'Fix login [U+202E]yad-ot[U+202C]'],
    ['ok \u001b[31mred\u0007', 'ok [U+001B][31mred[U+0007]'],
    ['a\u2066b', 'a[U+2066]b'],
    ['pay\u00ADments, pay\u200Bments', 'pay[U+00AD]ments, pay[U+200B]ments'],
    ['\u202E\u202E\u202E\u202D', '[U+202E ×3][U+202D]'],
    ['a\u200Db', 'a[U+200D]b'],
    ['a\u0085b\u007F', 'a[U+0085]b[U+007F]'],
    [`o${'\u0301'.repeat(20)}k`, `o${'\u0301'.repeat(8)}[…]k`],
    ['tag\u{E0041}', 'tag[U+E0041]'],
    ['\uD800x', '[U+D800]x'],
  ])('%j shows what cannot be seen: %s', (text, shown) => {
    expect(visible(text)).toBe(shown);
    expect(render(<ForeignText text={text} />).container.textContent).toBe(shown);
  });

  it.each([
    'déploiement 😀',
    'שלום',
    'مرحبا',
    '👩‍💻',
    'नमस्ते क्‍ष',
    '🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}',
    'a\nb\tc\r\nd',
  ])('%s stays as it is', (text) => {
    expect(visible(text)).toBe(text);
  });

  it('is isolated from what stands beside it', () => {
    expect(render(<ForeignText text="שלום" />).container.innerHTML).toBe('<bdi>שלום</bdi>');
  });

  it('of nothing but signs is drawn in few elements', () => {
    const { container } = render(<PlainText text={'\u202Ea'.repeat(32_768)} />);
    expect(container.querySelectorAll('*').length).toBeLessThan(10);
    expect(container.textContent?.startsWith('[U+202E]a[U+202E]a')).toBe(true);
  });

  it('is JSON that shows everything and means the same', () => {
    const value = { title: 'a\u202E\u00AD\u{E0041}\u001bz' };
    expect(visibleJson(value)).toContain('a\\u202e\\u00ad\\udb40\\udc41\\u001bz');
    expect(JSON.parse(visibleJson(value))).toEqual(value);
  });

  it('is found by what is seen of it', () => {
    expect(searchable('Pay\u00ADme\u200Bnts')).toBe('payments');
  });
});
