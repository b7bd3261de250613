import { useState } from 'react';
import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import {
  Alert,
  Button,
  Checkbox,
  FormSelect,
  FormSelectOption,
  Label,
  SearchInput,
  Title,
} from '@patternfly/react-core';
import { sentence } from '../api/problem';
import type { DiscoveredRepository, Integration } from '../api/types';
import { useKey } from '../app/queries';
import { useClient } from '../app/Session';
import { useToasts } from '../app/Toasts';
import { ForeignText } from '../common/ForeignText';
import { Loading } from '../common/states';
import { Time } from '../common/Time';
import { visible } from '../common/foreign';
import { useNow } from '../common/useNow';
import { discovered } from '../integrations/discovered';
import { ACTIVITIES, ARCHIVED, FORKS, queryOf, USUAL, type Names, type RepositoryFilters } from './filters';
import './repositories.css';

interface RepositoryChooserProps {
  integration: Integration;
  chosen: Names;
  /** What is stored. */
  followed: Names;
  isSaving: boolean;
  onChosen: (names: Names) => void;
  onSave: () => void;
}

const PER_PAGE = 50;
const PER_PAGE_OF_ALL = 100;
/** As many as a configuration holds. */
const MOST = 5_000;

/** All that the credentials see, to tick; what is ticked but not shown stays ticked. */
export function RepositoryChooser({
  integration,
  chosen,
  followed,
  isSaving,
  onChosen,
  onSave,
}: RepositoryChooserProps) {
  const client = useClient();
  const key = useKey();
  const { fail } = useToasts();
  const now = useNow();
  const [filters, setFilters] = useState<RepositoryFilters>(USUAL);
  const query = queryOf(filters, now);
  const read = (page: number, perPage: number, signal?: AbortSignal) =>
    discovered(
      client.GET('/api/integrations/{id}/repositories', {
        params: { path: { id: integration.id }, query: { ...query, page: String(page), perPage: String(perPage) } },
        signal,
      }),
    );
  const list = useInfiniteQuery({
    queryKey: key('visible repositories', integration.id, filters),
    queryFn: ({ pageParam, signal }) => read(pageParam, PER_PAGE, signal),
    initialPageParam: 1,
    getNextPageParam: (page, pages) => (page.more ? pages.length + 1 : undefined),
    retry: false,
  });
  const all = useMutation({
    mutationFn: async () => {
      const names: string[] = [];
      for (let page = 1; names.length < MOST; page++) {
        const { items, more } = await read(page, PER_PAGE_OF_ALL);
        names.push(...items.map((it) => it.name));
        if (!more) break;
      }
      return names.slice(0, MOST);
    },
    onSuccess: (names) => onChosen(chosen.with(names)),
    onError: (failure) => fail('They could not all be listed', failure),
  });
  const found = list.data?.pages.flatMap((page) => page.items) ?? [];
  const warnings = [...new Set(list.data?.pages.flatMap((page) => page.warnings))];
  const isSame = chosen.equals(followed);
  return (
    <section aria-labelledby="visible">
      <Title headingLevel="h2" size="lg" id="visible" className="pc-above">
        All that its credentials can see
      </Title>
      <Filters filters={filters} onFilters={setFilters} />
      <div className="pc-row pc-above">
        <span className="pc-grow" role="status">
          {chosen.size} chosen
        </span>
        <Button
          variant="link"
          isInline
          isLoading={all.isPending}
          isDisabled={all.isPending}
          onClick={() => all.mutate()}
        >
          Choose all that match
        </Button>
        <Button
          variant="link"
          isInline
          isDisabled={found.length === 0}
          onClick={() => onChosen(chosen.without(found.map((it) => it.name)))}
        >
          Choose none of these
        </Button>
        <Button isLoading={isSaving} isDisabled={isSaving || isSame || chosen.size === 0} onClick={onSave}>
          Follow {chosen.size}
        </Button>
      </div>
      {chosen.size === 0 && <p className="pc-quiet">Choose one at least, or disable the integration.</p>}
      {list.isPending && <Loading what="repositories" />}
      {list.error !== null && (
        <p role="alert" className="pc-above">
          {sentence(list.error)}
        </p>
      )}
      {warnings.map((warning) => (
        <Alert key={warning} variant="warning" isInline isPlain title={visible(warning)} className="pc-above" />
      ))}
      {list.isSuccess && found.length === 0 && <p className="pc-above">Nothing was found.</p>}
      <ul className="pc-plain pc-choosing" aria-label="All that its credentials can see">
        {found.map((it) => (
          <Choice
            key={it.name}
            repository={it}
            isChosen={chosen.has(it.name)}
            onFlip={(on) => onChosen(on ? chosen.with([it.name]) : chosen.without([it.name]))}
          />
        ))}
      </ul>
      {list.hasNextPage && (
        <Button variant="link" onClick={() => void list.fetchNextPage()} isLoading={list.isFetchingNextPage}>
          More
        </Button>
      )}
    </section>
  );
}

interface FiltersProps {
  filters: RepositoryFilters;
  onFilters: (filters: RepositoryFilters) => void;
}

function Filters({ filters, onFilters }: FiltersProps) {
  const [typed, setTyped] = useState(filters.search);
  const selects = [
    ['active', 'Activity', ACTIVITIES],
    ['archived', 'Archived', ARCHIVED],
    ['fork', 'Forks', FORKS],
  ] as const;
  return (
    <div className="pc-row pc-above">
      <SearchInput
        className="pc-grow"
        aria-label="Search by name"
        placeholder="Search by name, then Enter"
        value={typed}
        onChange={(_, text) => setTyped(text)}
        onSearch={(_, search) => onFilters({ ...filters, search })}
        onClear={() => {
          setTyped('');
          onFilters({ ...filters, search: '' });
        }}
      />
      {selects.map(([field, label, choices]) => (
        <FormSelect
          key={field}
          className="pc-choosing-filter"
          aria-label={label}
          value={filters[field]}
          onChange={(_, value) => onFilters({ ...filters, [field]: value })}
        >
          {choices.map(([value, words]) => (
            <FormSelectOption key={value} value={value} label={words} />
          ))}
        </FormSelect>
      ))}
    </div>
  );
}

interface ChoiceProps {
  repository: DiscoveredRepository;
  isChosen: boolean;
  onFlip: (on: boolean) => void;
}

function Choice({ repository, isChosen, onFlip }: ChoiceProps) {
  const { name, description, archived, fork, pushedAt } = repository;
  return (
    <li className="pc-row">
      <Checkbox
        className="pc-grow"
        id={`choose-${name}`}
        label={
          <span className="pc-wrap">
            <ForeignText text={name} />
          </span>
        }
        description={description === null ? undefined : visible(description)}
        isChecked={isChosen}
        onChange={(_, on) => onFlip(on)}
      />
      <span className="pc-row pc-quiet">
        {repository.private === true && <Label isCompact>private</Label>}
        {archived === true && <Label isCompact>archived</Label>}
        {fork === true && <Label isCompact>fork</Label>}
        {pushedAt !== null && <Time at={pushedAt} show="relative" />}
      </span>
    </li>
  );
}
