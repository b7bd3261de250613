import { useState } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Form, FormGroup, Modal, ModalBody, ModalFooter, ModalHeader, TextInput } from '@patternfly/react-core';
import { answer } from '../api/client';
import { sentence } from '../api/problem';
import type { Person } from '../api/types';
import { connectorName, useConnectors, useKey } from '../app/queries';
import { useClient } from '../app/Session';
import { ForeignText } from '../common/ForeignText';
import { visible } from '../common/foreign';
import { PEOPLE } from './people';
import { PersonChoice } from './PersonChoice';

/** Names a person, takes another for the same, or makes an account a person of its own again. */
export function PersonDialog({ person, onClose }: { person: Person; onClose: () => void }) {
  const client = useClient();
  const key = useKey();
  const queries = useQueryClient();
  const { connectors } = useConnectors();
  const [name, setName] = useState(person.name);
  const [other, setOther] = useState<Person | null>(null);
  const path = { path: { id: person.id } };
  const done = {
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: key(PEOPLE) });
      onClose();
    },
  };
  const rename = useMutation({
    mutationFn: () => answer(client.PATCH('/api/people/{id}', { params: path, body: { name: name.trim() } })),
    ...done,
  });
  const merge = useMutation({
    mutationFn: (id: string) => answer(client.POST('/api/people/{id}/merge', { params: path, body: { personId: id } })),
    ...done,
  });
  const separate = useMutation({
    mutationFn: (account: string) =>
      answer(client.DELETE('/api/people/{id}/accounts/{account}', { params: { path: { id: person.id, account } } })),
    ...done,
  });
  const isPending = rename.isPending || merge.isPending || separate.isPending;
  const error = rename.error ?? merge.error ?? separate.error;
  const parts = person.accounts.length + person.authors.length;
  return (
    <Modal isOpen variant="small" onClose={onClose} aria-labelledby="person-title">
      <ModalHeader title={visible(person.name)} labelId="person-title" />
      <ModalBody tabIndex={0}>
        <Form onSubmit={(event) => event.preventDefault()}>
          <FormGroup label="Name" fieldId="person-name">
            <TextInput id="person-name" value={name} onChange={(_, text) => setName(text)} />
          </FormGroup>
          <FormGroup label="The same person as" fieldId="person-other">
            <PersonChoice id="person-other" without={person.id} chosen={other} onChosen={setOther} />
          </FormGroup>
        </Form>
        {parts > 1 && (
          <ul className="pc-list pc-above" aria-label="Accounts">
            {person.accounts.map((it) => (
              <li key={it.id}>
                <ForeignText text={it.login} />{' '}
                <span className="pc-quiet">{connectorName(connectors, it.connector)}</span>{' '}
                <Button
                  variant="link"
                  isInline
                  isDisabled={isPending}
                  aria-label={visible(`Another person: ${it.login}`)}
                  onClick={() => separate.mutate(it.id)}
                >
                  Another person
                </Button>
              </li>
            ))}
          </ul>
        )}
        {error !== null && (
          <p role="alert" className="pc-above">
            {sentence(error)}
          </p>
        )}
      </ModalBody>
      <ModalFooter>
        {other === null ? (
          <Button
            isDisabled={isPending || name.trim() === '' || name.trim() === person.name}
            onClick={() => rename.mutate()}
          >
            Rename
          </Button>
        ) : (
          <Button isDisabled={isPending} onClick={() => merge.mutate(other.id)}>
            Merge
          </Button>
        )}
        <Button variant="link" onClick={onClose}>
          Cancel
        </Button>
      </ModalFooter>
    </Modal>
  );
}
