import { useState } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Modal, ModalBody, ModalHeader } from '@patternfly/react-core';
import { sentence } from '../api/problem';
import type { OutgoingMessage, Subscription } from '../api/types';
import { useKey, useRead } from '../app/queries';
import { useClient } from '../app/Session';
import { useToasts } from '../app/Toasts';
import { ForeignText } from '../common/ForeignText';
import { Listing, type Column } from '../common/Listing';
import { StatusLabel } from '../common/StatusLabel';
import { Time } from '../common/Time';
import { visible } from '../common/foreign';

const MESSAGES = '/api/subscriptions/{id}/messages';
const WORDS: Record<string, string> = { waiting: 'pending', sent: 'success' };

/** What was and will be sent, the newest first. */
export function Messages({ subscription }: { subscription: Subscription }) {
  const client = useClient();
  const key = useKey();
  const queries = useQueryClient();
  const { say, fail } = useToasts();
  const [shown, setShown] = useState<string | null>(null);
  const { data, error } = useRead(MESSAGES, {
    path: { id: subscription.id },
    query: { limit: '20' },
    refetch: 5_000,
  });
  const replay = useMutation({
    mutationFn: (message: OutgoingMessage) =>
      client.POST('/api/subscriptions/{id}/messages/{message}/replay', {
        params: { path: { id: subscription.id, message: message.id } },
      }),
    onSuccess: () => say('It is sent again'),
    onError: (failure) => fail('It is not sent again', failure),
    onSettled: () => queries.invalidateQueries({ queryKey: key(MESSAGES) }),
  });
  const columns: Column<OutgoingMessage>[] = [
    { title: 'Made', cell: (it) => <Time at={it.createdAt} show="relative" /> },
    {
      title: 'Event',
      wraps: true,
      cell: (it) => (
        <Button variant="link" isInline onClick={() => setShown(it.id)}>
          <ForeignText text={it.title} />
        </Button>
      ),
    },
    { title: 'State', cell: (it) => <StatusLabel status={WORDS[it.state] ?? it.state} /> },
    { title: 'Attempts', cell: (it) => it.attempt },
    { title: 'Why', wraps: true, cell: (it) => <ForeignText text={it.error ?? ''} /> },
    {
      title: 'Actions',
      isUntitled: true,
      cell: (it) =>
        it.state !== 'waiting' && (
          <Button variant="link" isInline onClick={() => replay.mutate(it)}>
            Replay
          </Button>
        ),
    },
  ];
  return (
    <>
      <Listing label="Messages" nothing="Nothing was sent yet." rows={data} error={error} columns={columns} />
      {shown !== null && <MessageDialog subscription={subscription.id} id={shown} onClose={() => setShown(null)} />}
    </>
  );
}

interface MessageDialogProps {
  subscription: string;
  id: string;
  onClose: () => void;
}

function MessageDialog({ subscription, id, onClose }: MessageDialogProps) {
  const { data, error } = useRead('/api/subscriptions/{id}/messages/{message}', {
    path: { id: subscription, message: id },
  });
  return (
    <Modal isOpen variant="medium" aria-labelledby="message-title" onClose={onClose}>
      <ModalHeader title={data === undefined ? 'Message' : visible(data.title)} labelId="message-title" />
      <ModalBody>
        {error !== null && data === undefined && <p role="alert">{sentence(error)}</p>}
        {data !== undefined && (
          <>
            <p className="pc-quiet">webhook-id {data.webhookId}</p>
            {(data.attempts ?? []).length === 0 && <p>Not tried yet.</p>}
            <ol reversed className="pc-above">
              {data.attempts?.map((it) => (
                <li key={it.at}>
                  <Time at={it.at} />: {it.error ?? `taken with ${it.status ?? ''}`} ({it.millis} ms)
                </li>
              ))}
            </ol>
          </>
        )}
      </ModalBody>
    </Modal>
  );
}
