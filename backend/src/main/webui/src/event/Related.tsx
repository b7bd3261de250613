import { useEffect, useRef } from 'react';
import { Button, Skeleton } from '@patternfly/react-core';
import type { ConnectorMetadata, EventView } from '../api/types';
import { typeName, useConnectors, useRead } from '../app/queries';
import { Guard } from '../common/Guard';
import { Logo } from '../common/Logo';
import { appearance } from '../common/status';
import { StatusLabel } from '../common/StatusLabel';
import { Time } from '../common/Time';
import type { ChangeFilters } from '../timeline/filters';
import { sentence } from '../api/problem';
import { chainOf, linkBetween, type ChainLink } from './chain';
import { keysOf } from './parts';
import { ForeignText } from '../common/ForeignText';
import { visible } from '../common/foreign';

interface RelatedProps {
  event: EventView;
  onOpen: (id: string) => void;
  onFilters: ChangeFilters;
}

/** The events that belong to this one, drawn from left to right as they happened. */
export function Related({ event, onOpen, onFilters }: RelatedProps) {
  const { connectors } = useConnectors();
  const { data, error } = useRead('/api/events/{id}/related', { path: { id: event.id }, query: { limit: '50' } });
  const here = useRef<HTMLLIElement>(null);
  useEffect(() => {
    const holder = here.current?.closest('ol');
    if (here.current != null && holder != null)
      holder.scrollLeft = here.current.offsetLeft - holder.clientWidth / 2 + here.current.clientWidth / 2;
  }, [data]);

  const all = () =>
    onFilters((now) => ({ ...now, range: 'all', from: null, to: null, key: keysOf(event).slice(0, 20) }));
  return (
    <section aria-label="Related events" className="pc-related">
      <div className="pc-row">
        <h3 className="pc-grow">Related events</h3>
        {keysOf(event).length > 0 && (
          <Button variant="link" size="sm" isInline onClick={all}>
            As a timeline
          </Button>
        )}
      </div>
      {data === undefined && error === null && <Skeleton height="5rem" screenreaderText="Loading related events" />}
      {error !== null && data === undefined && (
        <p className="pc-quiet">Related events could not be loaded: {sentence(error)}</p>
      )}
      {data?.length === 0 && <p className="pc-quiet">Nothing else shares its thing, commits or other keys.</p>}
      {data !== undefined && data.length > 0 && (
        <ol className="pc-chain" tabIndex={0} aria-label="Chain of events, oldest first">
          {chainOf(event, data).map((link, index, chain) => {
            const before = chain[index - 1];
            const joint = before === undefined ? null : linkBetween(before, link);
            return (
              <li key={link.event.id} ref={link.isThis ? here : undefined}>
                {before !== undefined && (
                  <svg className="pc-joint" width="28" height="12" role="img" aria-label={nameOf(joint)}>
                    <title>{nameOf(joint)}</title>
                    <path d="M0 6h22" className={joint === null ? 'pc-loose' : undefined} />
                    <path d="M20 2l6 4-6 4" />
                  </svg>
                )}
                <Guard key={link.event.id}>
                  <Link link={link} connectors={connectors} onOpen={onOpen} />
                </Guard>
              </li>
            );
          })}
        </ol>
      )}
    </section>
  );
}

const nameOf = (joint: string | null) => (joint === null ? 'then' : visible(`linked by ${joint}`));

interface LinkProps {
  link: ChainLink;
  connectors: ConnectorMetadata[];
  onOpen: (id: string) => void;
}

function Link({ link, connectors, onOpen }: LinkProps) {
  return (
    <button
      type="button"
      className={`pc-link pc-tone-${appearance(link.event.status).tone}`}
      aria-current={link.isThis ? 'step' : undefined}
      title={visible(`${link.event.title}\n${link.why}`)}
      onClick={() => link.isThis || onOpen(link.event.id)}
    >
      <span className="pc-link-head">
        <Logo connector={connectors.find((it) => it.id === link.event.connector)} size={14} />{' '}
        {typeName(connectors, link.event.connector, link.event.type)}
      </span>
      <span className="pc-link-title">
        <ForeignText text={link.event.title} />
      </span>
      <span className="pc-link-foot">
        <Time at={link.event.timestamp} show="clock" />
        {link.event.status !== null && <StatusLabel status={link.event.status} />}
      </span>
    </button>
  );
}
