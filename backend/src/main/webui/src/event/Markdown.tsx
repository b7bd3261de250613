import { Fragment, useMemo, type ReactNode } from 'react';
import { ExternalLink } from '../common/ExternalLink';
import { signed } from '../common/ForeignText';
import { PlainText } from '../common/PlainText';
import { treeOf, type Node } from './markdownTree';

/** Longer ones are no addresses; repeated by reference they would grow without limit. */
const LONGEST_ADDRESS = 2_048;

/** Headings of a description stand below those of the page. */
const HEADINGS: Record<string, 'h3' | 'h4' | 'h5' | 'h6'> = {
  h1: 'h3',
  h2: 'h3',
  h3: 'h4',
  h4: 'h5',
  h5: 'h6',
  h6: 'h6',
};

/** Markdown as elements: HTML in it stays text, and addresses that are none of the web are no links. */
export default function Markdown({ text }: { text: string }) {
  const tree = useMemo(() => treeOf(text), [text]);
  if (tree === undefined) return <PlainText text={text} />;
  return <div className="pc-markdown pf-v6-c-content pc-wrap">{tree.map(drawn)}</div>;
}

function drawn(node: Node, index: number): ReactNode {
  if (typeof node === 'string') return <Fragment key={index}>{signed(node)}</Fragment>;
  return <Element key={index} node={node} />;
}

function Element({ node }: { node: Exclude<Node, string> }) {
  const { tag, token } = node;
  const content = node.children.map(drawn);
  switch (token.type) {
    case 'link_open':
      return <ExternalLink to={address(token.attrGet('href'))}>{content}</ExternalLink>;
    // No request leaves this page: a picture becomes a link to it.
    case 'image':
      return (
        <ExternalLink to={address(token.attrGet('src'))}>
          {token.content === '' ? 'picture' : signed(token.content)}
        </ExternalLink>
      );
    case 'code_inline':
      return <code>{signed(token.content)}</code>;
    case 'fence':
    case 'code_block':
      return (
        <pre tabIndex={0} className="pc-code">
          <code>{signed(token.content)}</code>
        </pre>
      );
    case 'heading_open': {
      const Heading = HEADINGS[tag] ?? 'h6';
      return <Heading dir="auto">{content}</Heading>;
    }
    case 'ordered_list_open':
      return <ol start={Number(token.attrGet('start') ?? 1)}>{content}</ol>;
    case 'hardbreak':
      return <br />;
    case 'hr':
      return <hr />;
    default:
      return plainElement(tag, content);
  }
}

const BLOCKS = ['p', 'li', 'blockquote', 'td', 'th'] as const;
const OTHERS = ['ul', 'em', 'strong', 's', 'table', 'thead', 'tbody', 'tr'] as const;

function plainElement(tag: string, content: ReactNode[]): ReactNode {
  const Block = BLOCKS.find((it) => it === tag);
  if (Block !== undefined) return <Block dir="auto">{content}</Block>;
  const Other = OTHERS.find((it) => it === tag);
  return Other === undefined ? content : <Other>{content}</Other>;
}

function address(text: unknown): string | undefined {
  return typeof text === 'string' && text.length <= LONGEST_ADDRESS ? text : undefined;
}
