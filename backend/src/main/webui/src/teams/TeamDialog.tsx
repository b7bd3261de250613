import { useState, type FormEvent } from 'react';
import { useMutation } from '@tanstack/react-query';
import {
  Alert,
  Button,
  Form,
  FormGroup,
  FormHelperText,
  HelperText,
  HelperTextItem,
  Label,
  LabelGroup,
  Modal,
  ModalBody,
  ModalFooter,
  ModalHeader,
  TextInput,
} from '@patternfly/react-core';
import { answer, ifMatch } from '../api/client';
import type { Team } from '../api/types';
import { sentence } from '../api/problem';
import { useRead } from '../app/queries';
import { useClient } from '../app/Session';
import { splitWords } from '../integrations/schemaForm';
import { visible } from '../common/foreign';

interface TeamDialogProps {
  team: Team | undefined;
  onClose: () => void;
  onSaved: (team: Team) => Promise<void>;
}

const OFFERED = 20;

export function TeamDialog({ team, onClose, onSaved }: TeamDialogProps) {
  const client = useClient();
  const tags = useRead('/api/tags', { query: { limit: '500' } });
  const [name, setName] = useState(team?.name ?? '');
  const [typed, setTyped] = useState((team?.tags ?? []).join(', '));
  const chosen = splitWords(typed);
  const offered = (tags.data ?? [])
    .map((it) => it.tag)
    .filter((tag) => !chosen.includes(tag))
    .slice(0, OFFERED);
  const saving = useMutation({
    mutationFn: () => {
      const body = { name: name.trim(), tags: chosen };
      if (team === undefined) return answer(client.POST('/api/teams', { body }));
      const params = { path: { id: team.id }, header: ifMatch(team.version) };
      return answer(client.PATCH('/api/teams/{id}', { params, body }));
    },
    onSuccess: onSaved,
  });
  const isReady = name.trim() !== '' && chosen.length > 0;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isReady) saving.mutate();
  };
  return (
    <Modal isOpen variant="small" onClose={onClose} aria-labelledby="team-title">
      <ModalHeader title={team === undefined ? 'Add a team' : visible(`Edit “${team.name}”`)} labelId="team-title" />
      <ModalBody>
        <Form id="team-form" onSubmit={submit}>
          <FormGroup label="Name" isRequired fieldId="team-name">
            <TextInput id="team-name" isRequired maxLength={200} value={name} onChange={(_, text) => setName(text)} />
          </FormGroup>
          <FormGroup label="Tags" isRequired fieldId="team-tags">
            <TextInput
              id="team-tags"
              isRequired
              value={typed}
              onChange={(_, text) => setTyped(text)}
              placeholder="payments, backend"
            />
            <FormHelperText>
              <HelperText>
                <HelperTextItem>
                  Separated by commas. An event is the team's when it carries any of them.
                </HelperTextItem>
              </HelperText>
            </FormHelperText>
          </FormGroup>
          {offered.length > 0 && (
            <LabelGroup categoryName="Tags in use" numLabels={OFFERED}>
              {offered.map((tag) => (
                <Label key={tag} isCompact variant="outline" onClick={() => setTyped([...chosen, tag].join(', '))}>
                  {visible(tag)}
                </Label>
              ))}
            </LabelGroup>
          )}
          {saving.error !== null && (
            <Alert variant="danger" isInline isLiveRegion title="Not saved">
              {sentence(saving.error)}
            </Alert>
          )}
        </Form>
      </ModalBody>
      <ModalFooter>
        <Button type="submit" form="team-form" isDisabled={!isReady || saving.isPending} isLoading={saving.isPending}>
          Save
        </Button>
        <Button variant="link" onClick={onClose}>
          Cancel
        </Button>
      </ModalFooter>
    </Modal>
  );
}
