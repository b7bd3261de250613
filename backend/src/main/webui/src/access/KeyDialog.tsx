import { useState, type FormEvent } from 'react';
import { useMutation } from '@tanstack/react-query';
import {
  Alert,
  Button,
  Form,
  FormGroup,
  Modal,
  ModalBody,
  ModalFooter,
  ModalHeader,
  TextInput,
} from '@patternfly/react-core';
import { answer } from '../api/client';
import { sentence } from '../api/problem';
import type { ApiKey } from '../api/types';
import { useCaller } from '../app/Caller';
import { useClient } from '../app/Session';
import { visible } from '../common/foreign';
import { ChoiceField } from './ChoiceField';
import { endOf, ENDS, rolesToGive } from './keys';
import { ShownOnce } from './ShownOnce';

interface KeyDialogProps {
  /** The key that the new one is to take the place of; both are valid until it is revoked. */
  replaced: ApiKey | undefined;
  onMade: () => Promise<void>;
  onClose: () => void;
}

export function KeyDialog({ replaced, onMade, onClose }: KeyDialogProps) {
  const client = useClient();
  const roles = rolesToGive(useCaller().role);
  const [name, setName] = useState(replaced?.name ?? '');
  const [role, setRole] = useState(replaced?.role ?? 'viewer');
  const [days, setDays] = useState('90');
  const making = useMutation({
    mutationFn: () =>
      answer(client.POST('/api/keys', { body: { name: name.trim(), role, expiresAt: endOf(days, Date.now()) } })),
    onSuccess: onMade,
  });
  const made = making.data;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== '') making.mutate();
  };
  return (
    <Modal isOpen variant="small" onClose={onClose} aria-labelledby="key-title">
      <ModalHeader
        title={replaced === undefined ? 'Make an API key' : visible(`Rotate “${replaced.name}”`)}
        labelId="key-title"
      />
      <ModalBody>
        {made === undefined ? (
          <Form id="key-form" onSubmit={submit}>
            <FormGroup label="Name" isRequired fieldId="key-name">
              <TextInput
                id="key-name"
                isRequired
                autoFocus
                maxLength={200}
                value={name}
                onChange={(_, text) => setName(text)}
                placeholder="whose it is, or what uses it"
              />
            </FormGroup>
            <ChoiceField id="key-role" label="Role" value={role} choices={roles} onChange={setRole} />
            <ChoiceField id="key-end" label="Valid for" value={days} choices={ENDS} onChange={setDays} />
            {making.error !== null && (
              <Alert variant="danger" isInline isLiveRegion title="Not made">
                {sentence(making.error)}
              </Alert>
            )}
          </Form>
        ) : (
          <ShownOnce name="API key" secret={made.key}>
            Copy the key now: nobody can show it again.{' '}
            {replaced !== undefined && 'The old one stays valid until you revoke it.'}
          </ShownOnce>
        )}
      </ModalBody>
      <ModalFooter>
        {made === undefined && (
          <Button
            type="submit"
            form="key-form"
            isDisabled={name.trim() === '' || making.isPending}
            isLoading={making.isPending}
          >
            Make it
          </Button>
        )}
        <Button variant={made === undefined ? 'link' : 'primary'} onClick={onClose}>
          {made === undefined ? 'Cancel' : 'Done'}
        </Button>
      </ModalFooter>
    </Modal>
  );
}
