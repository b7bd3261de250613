import ReactMarkdown, { type Components } from 'react-markdown';
import remarkGfm from 'remark-gfm';
import { ExternalLink } from '../common/ExternalLink';
import { webAddress } from '../common/links';

const COMPONENTS: Components = {
  a: ({ href, children }) => <ExternalLink to={href}>{children}</ExternalLink>,
  // No request leaves this page: a picture becomes a link to it.
  img: ({ src, alt }) => (
    <ExternalLink to={typeof src === 'string' ? src : undefined}>
      {alt === undefined || alt === '' ? 'picture' : alt}
    </ExternalLink>
  ),
  // Headings of a description stand below those of the page.
  h1: ({ children }) => <h3>{children}</h3>,
  h2: ({ children }) => <h3>{children}</h3>,
  h3: ({ children }) => <h4>{children}</h4>,
  h4: ({ children }) => <h5>{children}</h5>,
  input: ({ checked }) => <span>{checked === true ? '☑ ' : '☐ '}</span>,
  pre: ({ children }) => (
    <pre tabIndex={0} className="pc-code">
      {children}
    </pre>
  ),
};

/** Markdown as elements: HTML in it stays text, and addresses that are none of the web are no links. */
export default function Markdown({ text }: { text: string }) {
  return (
    <div className="pc-markdown pf-v6-c-content pc-wrap">
      <ReactMarkdown
        remarkPlugins={[remarkGfm]}
        components={COMPONENTS}
        urlTransform={(address) => webAddress(address) ?? ''}
      >
        {text}
      </ReactMarkdown>
    </div>
  );
}
