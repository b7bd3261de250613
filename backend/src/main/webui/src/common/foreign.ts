/**
 * Text that somebody else wrote: characters that show nothing, that end a line or turn round what stands beside them become
 * signs. Everything of an event is such text.
 */
export interface Piece {
  text: string;
  /** Stands for characters that cannot be seen. */
  isSign: boolean;
}

const LONGEST_RUN_OF_MARKS = 8;

/** A flag is written with tag characters; a joiner between letters of other scripts, or in an emoji, is spelling. */
const FLAG = String.raw`\u{1F3F4}[\u{E0030}-\u{E007A}]{1,8}\u{E007F}`;
const CONTROL = String.raw`[\0-\x08\v\f\x0E-\x1F\x7F-\x9F]+|\r(?!\n)`;
const FORMAT = String.raw`\xAD\u061C\u180E\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}`;
const BLANK = String.raw`\u115F\u1160\u17B4\u17B5\u3164\uFFA0`;
const INVISIBLE = String.raw`[${FORMAT}${BLANK}\p{Cs}]+`;
const JOINER = String.raw`(?<![\u0300-\u{10FFFF}])[\u200C\u200D]|[\u200C\u200D](?![\u0300-\u{10FFFF}])`;
const MARKS = String.raw`\p{M}{${LONGEST_RUN_OF_MARKS + 1},}`;
const STRANGE = new RegExp(`(?<flag>${FLAG})|(?<marks>${MARKS})|${CONTROL}|${INVISIBLE}|${JOINER}`, 'gu');

export function pieces(text: string): Piece[] {
  const result: Piece[] = [];
  let plain = 0;
  for (const match of text.matchAll(STRANGE)) {
    if (match.groups?.flag !== undefined) continue;
    const kept = match.groups?.marks === undefined ? 0 : LONGEST_RUN_OF_MARKS;
    const from = match.index + kept;
    if (from > plain) result.push({ text: text.slice(plain, from), isSign: false });
    result.push({ text: kept > 0 ? '[…]' : signsOf(match[0]), isSign: true });
    plain = match.index + match[0].length;
  }
  if (plain < text.length) result.push({ text: text.slice(plain), isSign: false });
  return result;
}

/** For where there are no elements: tooltips, names for screen readers, messages. */
export function visible(text: string): string {
  return pieces(text)
    .map((piece) => piece.text)
    .join('');
}

/** What two texts have in common that look the same. */
export function searchable(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .toLowerCase();
}

/** JSON of a value in which every character can be seen; it still means the same. */
export function visibleJson(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(/[\x7F-\x9F\xAD\u2028\u2029\u3164\uFFA0\p{Cf}]/gu, (character) =>
    Array.from({ length: character.length }, (_, index) => `\\u${hex(character.charCodeAt(index)).toLowerCase()}`).join(
      '',
    ),
  );
}

function signsOf(run: string): string {
  const signs: string[] = [];
  let before = '';
  let times = 0;
  for (const character of [...run, '']) {
    if (character === before) {
      times += 1;
      continue;
    }
    if (before !== '') signs.push(signOf(before, times));
    before = character;
    times = 1;
  }
  return signs.join('');
}

function signOf(character: string, times: number): string {
  const code = character.codePointAt(0) ?? 0;
  return times > 1 ? `[U+${hex(code)} ×${times}]` : `[U+${hex(code)}]`;
}

const hex = (code: number) => code.toString(16).toUpperCase().padStart(4, '0');
