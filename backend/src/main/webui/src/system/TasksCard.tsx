import { useState } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Card, CardBody, CardTitle, ToggleGroup, ToggleGroupItem } from '@patternfly/react-core';
import type { TaskView } from '../api/types';
import { sentence } from '../api/problem';
import { useKey, useRead } from '../app/queries';
import { useMay } from '../app/Caller';
import { useClient } from '../app/Session';
import { useToasts } from '../app/Toasts';
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
  return (
    <Card isCompact className="pc-above">
      <CardTitle component="h2">Task queue</CardTitle>
      <CardBody>
        <ToggleGroup isCompact aria-label="Tasks to show">
          {STATES.map(([value, label]) => (
            <ToggleGroupItem
              key={value}
              text={label}
              buttonId={`tasks-${value}`}
              isSelected={state === value}
              onChange={() => setState(value)}
            />
          ))}
        </ToggleGroup>
        {data === undefined && error !== null && <p role="alert">{sentence(error)}</p>}
        {data?.length === 0 && <p className="pc-above pc-quiet">No tasks.</p>}
        {data !== undefined && data.length > 0 && (
          <div className="pc-table-holder pc-above" tabIndex={0} role="region" aria-label="Tasks">
            <table className="pc-table">
              <thead>
                <tr>
                  <th scope="col">Asked</th>
                  <th scope="col">What</th>
                  <th scope="col">State</th>
                  <th scope="col">Progress</th>
                  <th scope="col">
                    <span className="pc-hidden">Actions</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {data.map((task) => (
                  <tr key={task.id}>
                    <td>
                      <Time at={task.createdAt} show="relative" />
                    </td>
                    <td>
                      {visible(`${task.type} ${task.kind}`)}{' '}
                      {task.integrationName !== null && (
                        <span className="pc-quiet">
                          <ForeignText text={task.integrationName} />
                        </span>
                      )}
                    </td>
                    <td>
                      <StatusLabel status={WORDS[task.state]} />{' '}
                      {task.attempt > 1 && <span className="pc-quiet">attempt {task.attempt}</span>}
                    </td>
                    <td className="pc-wrap">
                      <ForeignText text={progressOf(task)} />
                    </td>
                    <td>
                      {mayConfigure && (task.state === 'queued' || task.state === 'leased') && (
                        <Button
                          variant="link"
                          isInline
                          onClick={() => cancel.mutate(task)}
                          aria-label={visible(`Cancel ${task.kind}`)}
                        >
                          Cancel
                        </Button>
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </CardBody>
    </Card>
  );
}

function progressOf({ error, done, total, note }: TaskView): string {
  if (error !== null) return error;
  return [total === null ? null : `${done ?? 0} of ${total}`, note].filter((it) => it !== null).join(', ');
}
