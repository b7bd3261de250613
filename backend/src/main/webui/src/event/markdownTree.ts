import MarkdownIt, { type Token } from 'markdown-it';

/** An element with what is in it; or text. */
export type Node = { tag: string; token: Token; children: Node[] } | string;

/** Nested deeper than this, or of more elements, a text is shown as it was written. */
const DEEPEST = 40;
const MOST_ELEMENTS = 4_000;

// The parser's work grows with the length of a text, and it goes no deeper than this.
const parser = new MarkdownIt({ html: false, linkify: true, maxNesting: DEEPEST });
// Which addresses become links is decided where they are drawn.
parser.validateLink = () => true;
// `README.md` is a file and no address.
parser.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false });

/** `- [x] done` */
const TASK = /^\[([ xX])\](?=\s)/;
const boxOf = (_: string, mark: string) => (mark === ' ' ? '☐' : '☑');

/** Undefined where the text is too deep or too large to be drawn as Markdown. */
export function treeOf(text: string): Node[] | undefined {
  const builder = new Builder();
  for (const token of parser.parse(text, {})) {
    // At its limit the parser leaves out what lies deeper.
    if (token.level >= DEEPEST - 1 || !builder.add(token)) return undefined;
  }
  return builder.root;
}

class Builder {
  readonly root: Node[] = [];
  private readonly open: Node[][] = [this.root];
  private elements = 0;
  private startsItem = false;

  /** @returns false where it is too much */
  add(token: Token): boolean {
    if (token.type === 'inline') return (token.children ?? []).every((child) => this.add(child));
    if (token.nesting < 0) {
      this.open.pop();
      return true;
    }
    const siblings = this.open.at(-1) ?? this.root;
    if (token.type === 'text' || token.type === 'html_inline' || token.type === 'text_special') {
      siblings.push(this.startsItem ? token.content.replace(TASK, boxOf) : token.content);
      this.startsItem = false;
      return true;
    }
    if (token.type === 'softbreak') {
      siblings.push('\n');
      return true;
    }
    this.startsItem = token.type === 'list_item_open' || (this.startsItem && token.type === 'paragraph_open');
    const node = { tag: token.hidden ? '' : token.tag, token, children: [] as Node[] };
    siblings.push(node);
    if (token.nesting > 0) this.open.push(node.children);
    this.elements += 1;
    return this.elements <= MOST_ELEMENTS && this.open.length <= DEEPEST;
  }
}
