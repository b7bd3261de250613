import { useState, type FormEvent } from 'react';
import { useMutation } from '@tanstack/react-query';
import {
  Alert,
  Button,
  Form,
  FormGroup,
  FormHelperText,
  FormSelect,
  FormSelectOption,
  HelperText,
  HelperTextItem,
  Modal,
  ModalBody,
  ModalFooter,
  ModalHeader,
  TextInput,
} from '@patternfly/react-core';
import { answer } from '../api/client';
import { sentence } from '../api/problem';
import type { Subscription } from '../api/types';
import { useClient } from '../app/Session';

type Target = Subscription['target'];

const TARGETS: Record<Target, { label: string; url: string }> = {
  webhook: { label: 'Webhook (signed CloudEvents)', url: 'https://example.com/hook' },
  slack: { label: 'Slack', url: 'https://hooks.slack.com/services/…' },
  grafana: { label: 'Grafana annotations', url: 'https://grafana.example.com' },
};

interface SubscriptionDialogProps {
  onClose: () => void;
  onSaved: (subscription: Subscription) => Promise<void>;
}

export function SubscriptionDialog({ onClose, onSaved }: SubscriptionDialogProps) {
  const client = useClient();
  const [name, setName] = useState('');
  const [target, setTarget] = useState<Target>('webhook');
  const [url, setUrl] = useState('');
  const [filter, setFilter] = useState('');
  const [secret, setSecret] = useState('');
  const saving = useMutation({
    mutationFn: () =>
      answer(
        client.POST('/api/subscriptions', {
          body: {
            name: name.trim(),
            target,
            url: url.trim(),
            filter: filter.trim().replace(/^\?/, ''),
            ...(target === 'grafana' ? { secret: secret.trim() } : {}),
          },
        }),
      ),
    onSuccess: onSaved,
  });
  const isReady = name.trim() !== '' && url.trim() !== '' && (target !== 'grafana' || secret.trim() !== '');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isReady) saving.mutate();
  };
  return (
    <Modal isOpen variant="small" onClose={onClose} aria-labelledby="subscription-title">
      <ModalHeader title="Add a subscription" labelId="subscription-title" />
      <ModalBody>
        <Form id="subscription-form" onSubmit={submit}>
          <FormGroup label="Name" isRequired fieldId="subscription-name">
            <TextInput
              id="subscription-name"
              isRequired
              maxLength={200}
              value={name}
              onChange={(_, it) => setName(it)}
            />
          </FormGroup>
          <FormGroup label="To" fieldId="subscription-target">
            <FormSelect
              id="subscription-target"
              value={target}
              onChange={(_, it) => setTarget(it as Target)}
              aria-label="To"
            >
              {Object.entries(TARGETS).map(([value, { label }]) => (
                <FormSelectOption key={value} value={value} label={label} />
              ))}
            </FormSelect>
          </FormGroup>
          <FormGroup label="Address" isRequired fieldId="subscription-url">
            <TextInput
              id="subscription-url"
              isRequired
              type="url"
              value={url}
              placeholder={TARGETS[target].url}
              onChange={(_, it) => setUrl(it)}
            />
          </FormGroup>
          {target === 'grafana' && (
            <FormGroup label="Service account's token" isRequired fieldId="subscription-secret">
              <TextInput
                id="subscription-secret"
                isRequired
                type="password"
                value={secret}
                onChange={(_, it) => setSecret(it)}
              />
            </FormGroup>
          )}
          <FormGroup label="Filter" fieldId="subscription-filter">
            <TextInput
              id="subscription-filter"
              value={filter}
              placeholder="type=release&tag=critical"
              onChange={(_, it) => setFilter(it)}
            />
            <FormHelperText>
              <HelperText>
                <HelperTextItem>As in a timeline's address; empty: all events</HelperTextItem>
              </HelperText>
            </FormHelperText>
          </FormGroup>
          {saving.error !== null && (
            <Alert variant="danger" isInline isLiveRegion title="Not saved">
              {sentence(saving.error)}
            </Alert>
          )}
        </Form>
      </ModalBody>
      <ModalFooter>
        <Button
          type="submit"
          form="subscription-form"
          isDisabled={!isReady || saving.isPending}
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
