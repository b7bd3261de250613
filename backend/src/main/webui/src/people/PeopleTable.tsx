import { useState } from 'react';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, FormSelect, FormSelectOption, Label, SearchInput } from '@patternfly/react-core';
import { answer } from '../api/client';
import { sentence } from '../api/problem';
import type { Person } from '../api/types';
import { useMay } from '../app/Caller';
import { connectorName, useConnectors, useKey } from '../app/queries';
import { useClient } from '../app/Session';
import { useToasts } from '../app/Toasts';
import { ForeignText } from '../common/ForeignText';
import { Loading } from '../common/states';
import { Time } from '../common/Time';
import { visible } from '../common/foreign';
import { groupsOf, KINDS, leftAt, PEOPLE, queryOf, type Kind } from './people';
import { PersonDialog } from './PersonDialog';

const GROUPS_SHOWN = 3;

/** Everybody by name; who left stays. */
export function PeopleTable() {
  const client = useClient();
  const key = useKey();
  const queries = useQueryClient();
  const { fail } = useToasts();
  const mayConfigure = useMay('configure');
  const [typed, setTyped] = useState('');
  const [search, setSearch] = useState('');
  const [kind, setKind] = useState<Kind>('all');
  const [edited, setEdited] = useState<Person | null>(null);
  const list = useInfiniteQuery({
    queryKey: key(PEOPLE, 'pages', search, kind),
    queryFn: async ({ pageParam, signal }) => {
      const params = { query: queryOf(search, kind, pageParam) };
      const { data, response } = await client.GET('/api/people', { params, signal });
      return { people: data ?? [], more: response.headers.has('Link') };
    },
    initialPageParam: 1,
    getNextPageParam: (page, pages) => (page.more ? pages.length + 1 : undefined),
  });
  const mark = useMutation({
    mutationFn: ({ id, bot }: Person) =>
      answer(client.PATCH('/api/people/{id}', { params: { path: { id } }, body: { bot: !bot } })),
    onError: (failure) => fail('It was not marked', failure),
    onSettled: () => queries.invalidateQueries({ queryKey: key(PEOPLE) }),
  });
  const people = list.data?.pages.flatMap((page) => page.people) ?? [];
  return (
    <section>
      <div className="pc-row">
        <SearchInput
          className="pc-grow"
          aria-label="Search by name or login"
          placeholder="Search by name or login, then Enter"
          value={typed}
          onChange={(_, text) => setTyped(text)}
          onSearch={(_, text) => setSearch(text)}
          onClear={() => {
            setTyped('');
            setSearch('');
          }}
        />
        <FormSelect
          aria-label="Who"
          className="pc-people-kind"
          value={kind}
          onChange={(_, value) => setKind(KINDS.find(([one]) => one === value)?.[0] ?? 'all')}
        >
          {KINDS.map(([value, words]) => (
            <FormSelectOption key={value} value={value} label={words} />
          ))}
        </FormSelect>
      </div>
      {list.isPending && <Loading what="people" />}
      {list.error !== null && <p role="alert">{sentence(list.error)}</p>}
      {list.isSuccess && people.length === 0 && (
        <p className="pc-above pc-quiet">
          {search === '' && kind === 'all'
            ? 'Nobody yet: providers are asked once a day, the first time soon after an integration was read.'
            : 'Nobody was found.'}
        </p>
      )}
      {people.length > 0 && (
        <div className="pc-table-holder pc-above" tabIndex={0} role="region" aria-label="Everybody by name">
          <table className="pc-table pc-listing">
            <thead>
              <tr>
                <th scope="col">Name</th>
                <th scope="col">Accounts</th>
                <th scope="col">Groups</th>
                <th scope="col">
                  <span className="pc-hidden">Actions</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {people.map((it) => (
                <Row
                  key={it.id}
                  person={it}
                  mayConfigure={mayConfigure}
                  onEdit={() => setEdited(it)}
                  onMark={() => mark.mutate(it)}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {list.hasNextPage && (
        <Button variant="link" onClick={() => void list.fetchNextPage()} isLoading={list.isFetchingNextPage}>
          More
        </Button>
      )}
      {edited !== null && <PersonDialog person={edited} onClose={() => setEdited(null)} />}
    </section>
  );
}

interface RowProps {
  person: Person;
  mayConfigure: boolean;
  onEdit: () => void;
  onMark: () => void;
}

function Row({ person, mayConfigure, onEdit, onMark }: RowProps) {
  const { connectors } = useConnectors();
  const left = leftAt(person);
  const groups = groupsOf(person);
  return (
    <tr>
      <td className="pc-wrap">
        <ForeignText text={person.name} /> {person.bot && <Label isCompact>bot</Label>}
        {left !== null && (
          <div className="pc-quiet">
            left <Time at={left} show="relative" />
          </div>
        )}
      </td>
      <td className="pc-wrap">
        <ul className="pc-plain">
          {person.accounts.map((it) => (
            <li key={it.id} title={visible(`${it.realm}, id ${it.externalId}`)}>
              <ForeignText text={it.login} />{' '}
              <span className="pc-quiet">
                {connectorName(connectors, it.connector)}
                {!it.member && it.leftAt === null && ', no member'}
              </span>
            </li>
          ))}
          {person.authors.map((it) => (
            <li key={`${it.connector} ${it.author}`}>
              <ForeignText text={it.author} />{' '}
              <span className="pc-quiet">{connectorName(connectors, it.connector)}, by hand</span>
            </li>
          ))}
        </ul>
      </td>
      <td className="pc-wrap">
        {groups.slice(0, GROUPS_SHOWN).map((group) => (
          <Label key={group} isCompact variant="outline">
            {visible(group)}
          </Label>
        ))}
        {groups.length > GROUPS_SHOWN && <span className="pc-quiet">+{groups.length - GROUPS_SHOWN}</span>}
      </td>
      <td className="pc-row">
        {mayConfigure && (
          <>
            <Button variant="link" isInline aria-label={visible(`Edit ${person.name}`)} onClick={onEdit}>
              Edit
            </Button>
            <Button
              variant="link"
              isInline
              aria-label={visible(`${person.bot ? 'No bot' : 'Mark as bot'}: ${person.name}`)}
              onClick={onMark}
            >
              {person.bot ? 'No bot' : 'Mark as bot'}
            </Button>
          </>
        )}
      </td>
    </tr>
  );
}
