import { useState, type FormEvent } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Form, FormGroup, TextInput } from '@patternfly/react-core';
import type { Retention } from '../api/types';
import { useKey, useRead } from '../app/queries';
import { May } from '../app/Caller';
import { useClient } from '../app/Session';
import { useToasts } from '../app/Toasts';
import { ConfirmDialog } from '../common/ConfirmDialog';
import { Time } from '../common/Time';
import { Facts, Section } from './Section';

const PATH = '/api/retention';
const LONGEST = 120;

export function RetentionCard() {
  const read = useRead(PATH);
  const retention = read.data;
  return (
    <Section title="Retention" read={read}>
      {retention !== undefined && (
        <>
          <Facts
            facts={[
              [
                'Events are kept',
                `${retention.months ?? retention.defaultMonths} months${retention.months === null ? ' (the default)' : ''}`,
              ],
              ['Oldest event', retention.oldestEvent === null ? '–' : <Time key="oldest" at={retention.oldestEvent} />],
              [
                'Last cleaned up',
                retention.lastRun === null ? 'never yet' : <Time key="run" at={retention.lastRun} show="relative" />,
              ],
              ['Deleted then', retention.lastDeleted === null ? '–' : retention.lastDeleted.toLocaleString('en')],
            ]}
          />
          <May right="configure">
            <Months key={String(retention.months)} retention={retention} />
          </May>
        </>
      )}
    </Section>
  );
}

function Months({ retention }: { retention: Retention }) {
  const client = useClient();
  const key = useKey();
  const queries = useQueryClient();
  const { say, fail } = useToasts();
  const now = retention.months ?? retention.defaultMonths;
  const [typed, setTyped] = useState(String(now));
  const [asking, setAsking] = useState(false);
  const months = Number(typed);
  const isRight = Number.isInteger(months) && months >= 1 && months <= LONGEST;
  const saving = useMutation({
    mutationFn: () => client.PUT(PATH, { body: { months } }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: key(PATH) });
      say(`Events are kept for ${months} months`);
    },
    onError: (error) => fail('It was not changed', error),
    onSettled: () => setAsking(false),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isRight) return;
    // Less means that events go, and that cannot be undone.
    if (months < now) setAsking(true);
    else saving.mutate();
  };
  return (
    <Form onSubmit={submit} className="pc-above">
      <FormGroup label="Months to keep" fieldId="retention-months">
        <div className="pc-row">
          <TextInput
            id="retention-months"
            type="number"
            min="1"
            max={LONGEST}
            value={typed}
            onChange={(_, text) => setTyped(text)}
            validated={isRight ? 'default' : 'error'}
            className="pc-short"
          />
          <Button type="submit" variant="secondary" isDisabled={!isRight || months === now}>
            Change
          </Button>
        </div>
      </FormGroup>
      {asking && (
        <ConfirmDialog
          title={`Keep events for ${months} months only?`}
          act="Delete older events"
          isPending={saving.isPending}
          onAct={() => saving.mutate()}
          onClose={() => setAsking(false)}
        >
          Events that are older are deleted with the next clean-up, and cannot be brought back.
        </ConfirmDialog>
      )}
    </Form>
  );
}
