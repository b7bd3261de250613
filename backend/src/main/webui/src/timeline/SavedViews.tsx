import { useState, type FormEvent } from 'react';
import {
  Button,
  Divider,
  Dropdown,
  DropdownItem,
  DropdownList,
  Form,
  FormGroup,
  MenuToggle,
  Modal,
  ModalBody,
  ModalFooter,
  ModalHeader,
  TextInput,
} from '@patternfly/react-core';
import { BookmarkIcon } from '@patternfly/react-icons/dist/esm/icons/bookmark-icon';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ifMatch } from '../api/client';
import type { SavedView } from '../api/types';
import { useKey, useRead } from '../app/queries';
import { useMay } from '../app/Caller';
import { useClient } from '../app/Session';
import { useToasts } from '../app/Toasts';
import { readFilters, writeFilters } from './filters';
import { useFilters } from './useFilters';
import { visible } from '../common/foreign';

const PATH = '/api/views';

/** Names for filters; the current one can be saved, and its link copied. */
export function SavedViews() {
  const client = useClient();
  const key = useKey();
  const queries = useQueryClient();
  const { say, fail } = useToasts();
  const [filters, onFilters] = useFilters();
  const { data } = useRead(PATH);
  const views = data ?? [];
  const [isOpen, setOpen] = useState(false);
  const [isNaming, setNaming] = useState(false);
  const mayWrite = useMay('write');
  const refresh = () => queries.invalidateQueries({ queryKey: key(PATH) });
  const query = writeFilters(filters).toString();
  const current = views.find((view) => view.query === query);

  const removal = useMutation({
    mutationFn: (view: SavedView) =>
      client.DELETE('/api/views/{id}', { params: { path: { id: view.id }, header: ifMatch(view.version) } }),
    onSuccess: (_, view) => {
      say(`View “${view.name}” is deleted`);
      return refresh();
    },
    onError: (error) => fail('The view was not deleted', error),
  });
  const show = (view: SavedView) => {
    onFilters(() => readFilters(new URLSearchParams(view.query)));
  };
  const copy = () =>
    navigator.clipboard.writeText(window.location.href).then(
      () => say('The link to this view is copied'),
      (error: unknown) => fail('The link was not copied', error),
    );

  return (
    <>
      <Dropdown
        isOpen={isOpen}
        onOpenChange={setOpen}
        onSelect={() => setOpen(false)}
        popperProps={{ position: 'right' }}
        toggle={(ref) => (
          <MenuToggle
            ref={ref}
            className="pc-views"
            isExpanded={isOpen}
            onClick={() => setOpen(!isOpen)}
            icon={<BookmarkIcon />}
          >
            {visible(current?.name ?? 'Views')}
          </MenuToggle>
        )}
      >
        <DropdownList>
          {views.map((view) => (
            <DropdownItem key={view.id} onClick={() => show(view)} isSelected={view === current}>
              {visible(view.name)}
            </DropdownItem>
          ))}
          {views.length > 0 && <Divider component="li" />}
          {mayWrite && <DropdownItem onClick={() => setNaming(true)}>Save this view…</DropdownItem>}
          <DropdownItem onClick={() => void copy()}>Copy its link</DropdownItem>
          {mayWrite && current !== undefined && (
            <DropdownItem isDanger onClick={() => removal.mutate(current)}>
              Delete “{visible(current.name)}”
            </DropdownItem>
          )}
        </DropdownList>
      </Dropdown>
      {isNaming && <NameDialog query={query} onClose={() => setNaming(false)} onSaved={refresh} />}
    </>
  );
}

function NameDialog({ query, onClose, onSaved }: { query: string; onClose: () => void; onSaved: () => Promise<void> }) {
  const client = useClient();
  const { say, fail } = useToasts();
  const [name, setName] = useState('');
  const saving = useMutation({
    mutationFn: () => client.POST(PATH, { body: { name: name.trim(), query } }),
    onSuccess: async () => {
      say(`View “${name.trim()}” is saved`);
      await onSaved();
      onClose();
    },
    onError: (error) => fail('The view was not saved', error),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== '') saving.mutate();
  };
  return (
    <Modal isOpen variant="small" onClose={onClose} aria-labelledby="view-title">
      <ModalHeader
        title="Save this view"
        labelId="view-title"
        description="Everybody who works here sees it under Views."
      />
      <ModalBody>
        <Form id="view-form" onSubmit={submit}>
          <FormGroup label="Name" isRequired fieldId="view-name">
            <TextInput
              id="view-name"
              isRequired
              value={name}
              onChange={(_, text) => setName(text)}
              maxLength={200}
              autoFocus
            />
          </FormGroup>
        </Form>
      </ModalBody>
      <ModalFooter>
        <Button
          type="submit"
          form="view-form"
          isDisabled={name.trim() === '' || saving.isPending}
          isLoading={saving.isPending}
        >
          Save
        </Button>
        <Button variant="link" onClick={onClose}>
          Cancel
        </Button>
      </ModalFooter>
    </Modal>
  );
}
