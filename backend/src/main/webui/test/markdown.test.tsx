import { renderToStaticMarkup } from 'react-dom/server';
import { render } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import Markdown from '../src/event/Markdown';
import { SHAPES } from './shapes';

/** As much as a provider takes. */
const LENGTH = 65_536;
/** What is quicker says nothing of how time grows, on a machine that does other things too. */
const NOTICEABLE_MS = 400;

interface ProcessorTime {
  /** In microseconds. */
  user: number;
}
declare const process: { cpuUsage: (since?: ProcessorTime) => ProcessorTime };

/** Of the processor's time, of which a busy machine takes no more. */
function rendered(text: string) {
  const start = process.cpuUsage();
  const markup = renderToStaticMarkup(<Markdown text={text} />);
  return { markup, took: process.cpuUsage(start).user / 1_000 };
}

const quickest = (text: string) => Math.min(rendered(text).took, rendered(text).took);

describe('a description that is written to do harm', () => {
  it.each(SHAPES)('of %s is shown in a time that grows no faster than it', { timeout: 60_000 }, (_, shape) => {
    const { markup, took } = rendered(shape(LENGTH));
    expect(took).toBeLessThan(5_000);
    expect(markup.length).toBeLessThan(100 * LENGTH);
    if (took > NOTICEABLE_MS)
      expect(quickest(shape(LENGTH))).toBeLessThan(4 * quickest(shape(LENGTH / 2)) + NOTICEABLE_MS);
  });

  it.each([
    ['bullets', '* '],
    ['quotes', '>'],
    ['numbers', '1. '],
  ])('of %s in %s is plain text, and all of it is there', (_, unit) => {
    const text = `${unit.repeat(2_000)}x`;
    const { container } = render(<Markdown text={text} />);
    expect(container.textContent).toBe(text);
    expect(container.querySelector('li, blockquote')).toBeNull();
  });

  it('of emphasis within emphasis is plain text', () => {
    const { container } = render(<Markdown text={'**a '.repeat(3_000) + ' b**'.repeat(3_000)} />);
    expect(container.querySelector('strong')).toBeNull();
  });
});

describe('a description', () => {
  it('may be nested as people do it', () => {
    const text = ['* a', '  * b', '    * c', '      > d', '      > * e'].join('\n');
    expect(render(<Markdown text={text} />).container.querySelectorAll('li li li blockquote li')).toHaveLength(1);
  });

  it('has tables, strikes, tasks, code, numbered lists and bare addresses', () => {
    const text = [
      ...['|a|b|', '|-|-|', '|1|~~2~~|', '', '- [x] done', '- [ ] open', '', '3. three', ''],
      ...['```', '<b>', '```', '', 'see https://a.example/x, README.md and `code`'],
    ].join('\n');
    const { container } = render(<Markdown text={text} />);
    expect([...container.querySelectorAll('td')].map((it) => it.textContent)).toEqual(['1', '2']);
    expect(container.querySelector('s')).toHaveTextContent('2');
    expect([...container.querySelectorAll('ul li')].map((it) => it.textContent)).toEqual(['☑ done', '☐ open']);
    expect(container.querySelector('ol')).toHaveAttribute('start', '3');
    expect(container.querySelector('pre')).toHaveTextContent('<b>');
    expect(container.querySelector('p code')).toHaveTextContent('code');
    expect([...container.querySelectorAll('a')].map((it) => it.getAttribute('href'))).toEqual(['https://a.example/x']);
  });
});
