import { useEffect, useRef, useState, type RefObject } from 'react';
import {
  SearchInput,
  Toolbar,
  ToolbarContent,
  ToolbarFilter,
  ToolbarGroup,
  ToolbarItem,
  ToolbarToggleGroup,
} from '@patternfly/react-core';
import { FilterIcon } from '@patternfly/react-icons/dist/esm/icons/filter-icon';
import type { TimelineQuery } from '../api/types';
import { anyTypeName, connectorName, useConnectors } from '../app/queries';
import { statusWords } from '../common/status';
import { ChoiceFilter } from './ChoiceFilter';
import { ExportMenu } from './ExportMenu';
import { cleared, isNarrowed, type ChangeFilters, type Filters, type ListName } from './filters';
import { SavedViews } from './SavedViews';
import { TeamFilter } from './TeamFilter';
import { TimeRange } from './TimeRange';
import { useFacets } from './useFacets';
import { visible } from '../common/foreign';

interface FilterBarProps {
  filters: Filters;
  onFilters: ChangeFilters;
  searchInput: RefObject<HTMLInputElement | null>;
  query: TimelineQuery;
}

const PAUSE_MS = 250;

export function FilterBar({ filters, onFilters, searchInput, query }: FilterBarProps) {
  const { connectors } = useConnectors();
  const facets = useFacets(filters);
  const choices: [ListName, string, (value: string) => string, boolean][] = [
    ['connector', 'Connector', (it) => connectorName(connectors, it), false],
    ['type', 'Type', (it) => anyTypeName(connectors, it), false],
    ['project', 'Project', (it) => it, true],
    ['status', 'Status', statusWords, true],
    ['author', 'Author', (it) => it, true],
    ['tag', 'Tags', (it) => it, true],
  ];
  const hidden: [ListName, string][] = [
    ['integrationId', 'Integration'],
    ['entity', 'Thing'],
    ['key', 'Linked by'],
  ];
  const without = (name: ListName, value: string) =>
    onFilters((now) => ({ ...now, [name]: now[name].filter((it) => it !== value) }));

  return (
    <Toolbar
      className="pc-filters"
      clearAllFilters={isNarrowed(filters) ? () => onFilters(cleared) : undefined}
      clearFiltersButtonText="Clear filters"
      numberOfFiltersText={(number) => `${number} ${number === 1 ? 'filter' : 'filters'} applied`}
    >
      <ToolbarContent>
        <ToolbarItem className="pc-search">
          <Search text={filters.q} input={searchInput} onText={(q) => onFilters((now) => ({ ...now, q }))} />
        </ToolbarItem>
        <ToolbarItem>
          <TimeRange filters={filters} onFilters={onFilters} />
        </ToolbarItem>
        <ToolbarToggleGroup toggleIcon={<FilterIcon />} breakpoint="xl" aria-label="Filters">
          <ToolbarGroup variant="filter-group">
            {choices.map(([name, title, label, allowsOther]) => (
              <ToolbarFilter
                key={name}
                labels={filters[name].map((value) => ({ key: value, node: visible(label(value)) }))}
                deleteLabel={(_, value) => without(name, typeof value === 'string' ? value : value.key)}
                deleteLabelGroup={() => onFilters((now) => ({ ...now, [name]: [] }))}
                categoryName={title}
              >
                <ChoiceFilter
                  title={title}
                  options={facets[name] ?? []}
                  chosen={filters[name]}
                  label={label}
                  allowsOther={allowsOther}
                  onChosen={(values) => onFilters((now) => ({ ...now, [name]: values }))}
                />
              </ToolbarFilter>
            ))}
            {hidden.map(([name, title]) => (
              <ToolbarFilter
                key={name}
                labels={filters[name].map((value) => ({ key: value, node: visible(value) }))}
                deleteLabel={(_, value) => without(name, typeof value === 'string' ? value : value.key)}
                categoryName={title}
              >
                {null}
              </ToolbarFilter>
            ))}
            <TeamFilter filters={filters} onFilters={onFilters} />
          </ToolbarGroup>
        </ToolbarToggleGroup>
        <ToolbarGroup align={{ default: 'alignEnd' }}>
          <ToolbarItem>
            <SavedViews />
          </ToolbarItem>
          <ToolbarItem>
            <ExportMenu query={query} />
          </ToolbarItem>
        </ToolbarGroup>
      </ToolbarContent>
    </Toolbar>
  );
}

interface SearchProps {
  text: string;
  input: RefObject<HTMLInputElement | null>;
  onText: (text: string) => void;
}

/** Searches while one types, a moment after the last key. */
function Search({ text, input, onText }: SearchProps) {
  const [typed, setTyped] = useState(text);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [before, setBefore] = useState(text);
  if (before !== text) {
    setBefore(text);
    setTyped(text);
  }
  useEffect(() => () => clearTimeout(timer.current), []);
  const change = (next: string) => {
    setTyped(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => onText(next), PAUSE_MS);
  };
  return (
    <SearchInput
      ref={input}
      aria-label="Search events"
      placeholder='Search: words, "phrases", -not, a commit  ( / )'
      value={typed}
      onChange={(_, next) => change(next)}
      onClear={() => {
        clearTimeout(timer.current);
        setTyped('');
        onText('');
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') input.current?.blur();
        if (event.key !== 'Enter') return;
        clearTimeout(timer.current);
        onText(typed);
      }}
    />
  );
}
