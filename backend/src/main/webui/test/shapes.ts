/** Texts that make renderers of Markdown slow, deep or wordy; each as long as one likes. */
type Shape = (length: number) => string;

const of =
  (...unit: string[]): Shape =>
  (length) => {
    const text = unit.join('');
    return text.repeat(Math.ceil(length / text.length)).slice(0, length);
  };

const numbered =
  (line: (number: number) => string): Shape =>
  (length) => {
    let text = '';
    for (let number = 0; text.length < length; number += 1) text += line(number);
    return text.slice(0, length);
  };

const halves =
  (left: string, right: string): Shape =>
  (length) =>
    of(left)(length / 2) + of(right)(length / 2);

const indented = (mark: string) => numbered((number) => `${' '.repeat(2 * number)}${mark}\n`);

const REPEATED = [
  ...[
    '* ',
    '>',
    '> ',
    '> * ',
    '1. ',
    '# ',
    '* a\n',
    '* a\n\n',
    '*\n',
    '* a\n1. b\n',
    '- [x] a\n',
    '> a\n',
    '> a\nb\n\n',
    '> > a\n',
  ],
  ...['[', ']', '](', '[a](', '![', '![a](', '[]()', '[a]: ', '[a]: b "', '[a]: b\n', '[^a]', '[^a]: ', '[^a]: x\n'],
  ...['*', '**', '**a ', '*a*', '***a ', '_', '_a ', 'a_ ', '*a _b ', 'a**b_', '~', '~~', '~~a ', '~a~', 'a~~ '],
  ...['`', '`a', '``a`b', '```\n', '~~~a\n', '<', '<a ', '<!--', '<?', '<![CDATA[', '<a b="', '<div>\n\n', '<http://a'],
  ...['|', '|a|\n|-|\n\n', 'a\n=\n', '---\n', '# a\n', '    a\n', '\t', ' ', '\n', 'a\r\n', 'a\n', 'a\n\n', 'a  \n'],
  ...[
    'www.',
    'www.a.b ',
    'http://',
    'http://a.b ',
    'http://a(',
    '@',
    'a@b.c ',
    'a@',
    'a@b.',
    'a@b_',
    'mailto:a@b.c ',
    'xmpp:',
  ],
  ...[
    '\\',
    '\\a',
    '\\\n',
    '&',
    '&amp;',
    '&#x41;',
    '😀',
    '\u202e',
    '\u202ea',
    '\u0301',
    '\u200d',
    '\0',
    '\ufeff',
    '\u{1f3f4}',
  ],
];

export const SHAPES: [string, Shape][] = [
  ...REPEATED.map((unit): [string, Shape] => [JSON.stringify(unit), of(unit)]),
  ['nested lists', indented('* a')],
  ['nested ordered lists', indented('1. a')],
  ['nested quotes', indented('> a')],
  ['nested brackets', halves('[', ']')],
  ['nested links', halves('[', 'a](u)')],
  ['nested emphasis', halves('**a ', ' b**')],
  ['code of many lengths', numbered((number) => `${'`'.repeat(number + 1)} `)],
  ['footnotes', numbered((number) => `[^${number}]: x\n\n`)],
  ['definitions', numbered((number) => `[${number}]: b\n`)],
  [
    'a long address, referred to again and again',
    (length) => `[a]: ${'b'.repeat(length / 2)}\n\n${of('[a]')(length / 2)}`,
  ],
  ['a wide table', (length) => `${of('|a')(length / 3)}\n${of('|-')(length / 3)}\n${of('|b')(length / 3)}`],
  [
    'short rows of a wide table',
    (length) => `${of('|a')(length / 4)}\n${of('|-')(length / 4)}\n${of('x\n')(length / 2)}`,
  ],
  ['a long table', (length) => `|a|b|\n|-|-|\n${of('|x|y|\n')(length)}`],
  ['an address with brackets', (length) => `www.a.b${of(')')(length)}`],
  ['an address with entities', (length) => `http://a.b/${of('&a;')(length)}`],
  ['a mail address at last', (length) => `${of('a.')(length)}@`],
  ['a quote that goes on', (length) => `${'>'.repeat(30)} a\n${of('b\n')(length)}`],
  ['blank lines', (length) => `a${of('\r\n')(length)}end`],
  ['prose', of('The **gateway client** of `payments` retries [twice](https://example.org/a). ')],
];
