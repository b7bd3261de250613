import { useState } from 'react';
import { useInfiniteQuery } from '@tanstack/react-query';
import {
  Alert,
  Button,
  Checkbox,
  Label,
  Modal,
  ModalBody,
  ModalFooter,
  ModalHeader,
  SearchInput,
} from '@patternfly/react-core';
import type { Discovered } from './discovered';
import { sentence } from '../api/problem';
import { Loading } from '../common/states';
import { Time } from '../common/Time';
import { ForeignText } from '../common/ForeignText';
import { visible } from '../common/foreign';

interface ItemPickerProps {
  title: string;
  chosen: readonly string[];
  /** Asks the provider; the page of a search. */
  discover: (search: string, page: number, signal: AbortSignal) => Promise<Discovered>;
  onChosen: (names: string[]) => void;
  onClose: () => void;
}

export function ItemPicker({ title, chosen, discover, onChosen, onClose }: ItemPickerProps) {
  const [search, setSearch] = useState('');
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set(chosen));
  const list = useInfiniteQuery({
    queryKey: ['discovery', title, search],
    queryFn: ({ pageParam, signal }) => discover(search, pageParam, signal),
    initialPageParam: 1,
    getNextPageParam: (page, pages) => (page.more ? pages.length + 1 : undefined),
    gcTime: 0,
    retry: false,
  });
  const found = list.data?.pages.flatMap((page) => page.items) ?? [];
  const warnings = [...new Set(list.data?.pages.flatMap((page) => page.warnings))];
  const flip = (name: string, on: boolean) => {
    const next = new Set(ticked);
    if (on) next.add(name);
    else next.delete(name);
    setTicked(next);
  };
  return (
    <Modal isOpen variant="medium" onClose={onClose} aria-labelledby="picker-title">
      <ModalHeader
        title={`Choose: ${title}`}
        labelId="picker-title"
        description="What the credentials that you gave can see."
      />
      <ModalBody tabIndex={0}>
        <SearchInput
          aria-label="Search by name"
          placeholder="Search by name, then Enter"
          onSearch={(_, text) => setSearch(text)}
          onClear={() => setSearch('')}
        />
        {list.isPending && <Loading what={title.toLowerCase()} />}
        {list.error !== null && (
          <p role="alert" className="pc-above">
            {sentence(list.error)}
          </p>
        )}
        {warnings.map((warning) => (
          <Alert key={warning} variant="warning" isInline isPlain title={visible(warning)} className="pc-above" />
        ))}
        {list.isSuccess && found.length === 0 && <p className="pc-above">Nothing was found.</p>}
        <ul className="pc-picker">
          {found.map((it) => (
            <li key={it.name}>
              <Checkbox
                id={`pick-${it.name}`}
                label={
                  <span className="pc-wrap">
                    <ForeignText text={it.name} />
                  </span>
                }
                description={it.description === null ? undefined : visible(it.description)}
                isChecked={ticked.has(it.name)}
                onChange={(_, on) => flip(it.name, on)}
              />
              <span className="pc-row pc-quiet">
                {it.private === true && <Label isCompact>private</Label>}
                {it.archived === true && <Label isCompact>archived</Label>}
                {it.pushedAt !== null && <Time at={it.pushedAt} show="relative" />}
              </span>
            </li>
          ))}
        </ul>
        {list.hasNextPage && (
          <Button variant="link" onClick={() => void list.fetchNextPage()} isLoading={list.isFetchingNextPage}>
            More
          </Button>
        )}
      </ModalBody>
      <ModalFooter>
        <Button onClick={() => onChosen([...ticked])}>Take {ticked.size}</Button>
        <Button variant="link" onClick={onClose}>
          Cancel
        </Button>
      </ModalFooter>
    </Modal>
  );
}
