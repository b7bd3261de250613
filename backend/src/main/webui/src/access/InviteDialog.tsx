import { useState, type FormEvent } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
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
import { useCaller } from '../app/Caller';
import { useKey } from '../app/queries';
import { useClient } from '../app/Session';
import { ChoiceField } from './ChoiceField';
import { INVITATIONS } from './InvitationsTable';
import { rolesToGive } from './keys';
import { invitationLink } from './people';
import { ShownOnce } from './ShownOnce';

export function InviteDialog({ onClose }: { onClose: () => void }) {
  const client = useClient();
  const key = useKey();
  const queries = useQueryClient();
  const roles = rolesToGive(useCaller().role);
  const [email, setEmail] = useState('');
  const [role, setRole] = useState('viewer');
  const inviting = useMutation({
    mutationFn: () => answer(client.POST('/api/invitations', { body: { email: email.trim(), role } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: key(INVITATIONS) }),
  });
  const made = inviting.data;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (email.trim() !== '') inviting.mutate();
  };
  return (
    <Modal isOpen variant="small" onClose={onClose} aria-labelledby="invite-title">
      <ModalHeader title="Invite somebody" labelId="invite-title" />
      <ModalBody>
        {made === undefined ? (
          <Form id="invite-form" onSubmit={submit}>
            <FormGroup label="E-mail address" isRequired fieldId="invite-email">
              <TextInput
                id="invite-email"
                type="email"
                isRequired
                autoFocus
                maxLength={254}
                value={email}
                onChange={(_, text) => setEmail(text)}
                placeholder="as the provider of their sign-in has it"
              />
            </FormGroup>
            <ChoiceField id="invite-role" label="Role" value={role} choices={roles} onChange={setRole} />
            {inviting.error !== null && (
              <Alert variant="danger" isInline isLiveRegion title="Not invited">
                {sentence(inviting.error)}
              </Alert>
            )}
          </Form>
        ) : (
          <ShownOnce name="Invitation link" secret={invitationLink(window.location.origin, made.token)}>
            Send them this link: nobody can show it again, and PainChain sends no mail. It is good once, for seven days,
            and only for who signs in with that address.
          </ShownOnce>
        )}
      </ModalBody>
      <ModalFooter>
        {made === undefined && (
          <Button
            type="submit"
            form="invite-form"
            isDisabled={email.trim() === '' || inviting.isPending}
            isLoading={inviting.isPending}
          >
            Invite
          </Button>
        )}
        <Button variant={made === undefined ? 'link' : 'primary'} onClick={onClose}>
          {made === undefined ? 'Cancel' : 'Done'}
        </Button>
      </ModalFooter>
    </Modal>
  );
}
