import { useState } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Modal, ModalBody, ModalHeader } from '@patternfly/react-core';
import { sentence } from '../api/problem';
import type { OutgoingMessage, Subscription } from '../api/types';
import { useKey, useRead } from '../app/queries';
import { useClient } from '../app/Session';
import { useToasts } from '../app/Toasts';
import { ForeignText } from '../common/ForeignText';
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
  if (data === undefined) return error === null ? null : <p role="alert">{sentence(error)}</p>;
  if (data.length === 0) return <p className="pc-above pc-quiet">Nothing was sent yet.</p>;
  return (
    <>
      <div className="pc-table-holder pc-above" tabIndex={0} role="region" aria-label="Messages">
        <table className="pc-table">
          <thead>
            <tr>
              <th scope="col">Made</th>
              <th scope="col">Event</th>
              <th scope="col">State</th>
              <th scope="col">Attempts</th>
              <th scope="col">Why</th>
              <th scope="col">
                <span className="pc-hidden">Actions</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {data.map((it) => (
              <tr key={it.id}>
                <td>
                  <Time at={it.createdAt} show="relative" />
                </td>
                <td className="pc-wrap">
                  <Button variant="link" isInline onClick={() => setShown(it.id)}>
                    <ForeignText text={it.title} />
                  </Button>
                </td>
                <td>
                  <StatusLabel status={WORDS[it.state] ?? it.state} />
                </td>
                <td>{it.attempt}</td>
                <td className="pc-wrap">
                  <ForeignText text={it.error ?? ''} />
                </td>
                <td>
                  {it.state !== 'waiting' && (
                    <Button variant="link" isInline onClick={() => replay.mutate(it)}>
                      Replay
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
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
