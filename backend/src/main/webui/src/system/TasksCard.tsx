import { useState } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Card, CardBody, CardTitle } from '@patternfly/react-core';
import type { TaskView } from '../api/types';
import { useKey, useRead } from '../app/queries';
import { useMay } from '../app/Caller';
import { useClient } from '../app/Session';
import { useToasts } from '../app/Toasts';
import { Listing, type Column } from '../common/Listing';
import { StateToggle } from '../common/StateToggle';
import { StatusLabel } from '../common/StatusLabel';
import { Time } from '../common/Time';
import { ForeignText } from '../common/ForeignText';
import { visible } from '../common/foreign';

const TASKS = '/api/tasks';
const STATES: [TaskView['state'] | '', string][] = [
  ['', 'All'],
  ['queued', 'Queued'],
  ['leased', 'Running'],
  ['failed', 'Failed'],
  ['dead', 'Given up'],
];
const WORDS: Record<TaskView['state'], string> = {
  queued: 'queued',
  leased: 'running',
  done: 'success',
  failed: 'failed',
  dead: 'failed',
  cancelled: 'cancelled',
};

/** What connectors are asked to do, the newest first. */
export function TasksCard() {
  const client = useClient();
  const key = useKey();
  const queries = useQueryClient();
  const { fail } = useToasts();
  const mayConfigure = useMay('configure');
  const [state, setState] = useState<TaskView['state'] | ''>('');
  const { data, error } = useRead(TASKS, {
    query: { limit: '50', ...(state === '' ? {} : { state }) },
    refetch: 3_000,
  });
  const cancel = useMutation({
    mutationFn: (task: TaskView) => client.POST('/api/tasks/{id}/cancel', { params: { path: { id: task.id } } }),
    onError: (failure) => fail('The task was not cancelled', failure),
    onSettled: () => queries.invalidateQueries({ queryKey: key(TASKS) }),
  });
  const columns: Column<TaskView>[] = [
    { title: 'Asked', cell: (task) => <Time at={task.createdAt} show="relative" /> },
    {
      title: 'What',
      cell: (task) => (
        <>
          {visible(`${task.type} ${task.kind}`)}{' '}
          {task.integrationName !== null && (
            <span className="pc-quiet">
              <ForeignText text={task.integrationName} />
            </span>
          )}
        </>
      ),
    },
    {
      title: 'State',
      cell: (task) => (
        <>
          <StatusLabel status={WORDS[task.state]} />{' '}
          {task.attempt > 1 && <span className="pc-quiet">attempt {task.attempt}</span>}
        </>
      ),
    },
    { title: 'Progress', wraps: true, cell: (task) => <ForeignText text={progressOf(task)} /> },
    {
      title: 'Actions',
      isUntitled: true,
      cell: (task) =>
        mayConfigure &&
        (task.state === 'queued' || task.state === 'leased') && (
          <Button
            variant="link"
            isInline
            onClick={() => cancel.mutate(task)}
            aria-label={visible(`Cancel ${task.kind}`)}
          >
            Cancel
          </Button>
        ),
    },
  ];
  return (
    <Card isCompact className="pc-above">
      <CardTitle component="h2">Task queue</CardTitle>
      <CardBody>
        <StateToggle label="Tasks to show" states={STATES} state={state} name="tasks" onChange={setState} />
        <Listing label="Tasks" nothing="No tasks." rows={data} error={error} columns={columns} />
      </CardBody>
    </Card>
  );
}

function progressOf({ error, done, total, note }: TaskView): string {
  if (error !== null) return error;
  return [total === null ? null : `${done ?? 0} of ${total}`, note].filter((it) => it !== null).join(', ');
}
