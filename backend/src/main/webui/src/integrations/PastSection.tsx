import { useState } from 'react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, FormSelect, FormSelectOption, Progress, Title } from '@patternfly/react-core';
import { answer } from '../api/client';
import { sentence } from '../api/problem';
import type { Backfill, Integration } from '../api/types';
import { useKey } from '../app/queries';
import { useClient } from '../app/Session';
import { useToasts } from '../app/Toasts';
import { ForeignText } from '../common/ForeignText';
import { Time } from '../common/Time';
import { visible } from '../common/foreign';

const LOOK_MS = 2_000;
const DAY = 24 * 3_600_000;
const REACHES: [string, string][] = [
  ['30', '30 days back'],
  ['90', '90 days back'],
  ['365', 'A year back'],
  ['1095', 'Three years back'],
];
const COUNTED = ['created', 'updated'];

const goesOn = (job: Backfill | undefined) => job?.state === 'queued' || job?.state === 'running';

/** Reads what happened before the first sync's reach: changes under review with their commits and reviews, and all other kinds. */
export function PastSection({ integration }: { integration: Integration }) {
  const client = useClient();
  const key = useKey();
  const queries = useQueryClient();
  const { say, fail } = useToasts();
  const [days, setDays] = useState('90');
  const params = { path: { id: integration.id } };
  const queryKey = key('backfill', integration.id);
  const { data: job, error } = useQuery({
    queryKey,
    queryFn: ({ signal }) => answer(client.GET('/api/integrations/{id}/backfill', { params, signal })),
    refetchInterval: ({ state }) => (goesOn(state.data) ? LOOK_MS : false),
  });
  const look = () => queries.invalidateQueries({ queryKey });
  const start = useMutation({
    mutationFn: () => {
      const from = new Date(Date.now() - Number(days) * DAY).toISOString();
      return answer(client.POST('/api/integrations/{id}/backfill', { params, body: { from } }));
    },
    onError: (failure) => fail('The past is not read', failure),
    onSettled: look,
  });
  const stop = useMutation({
    mutationFn: () => client.DELETE('/api/integrations/{id}/backfill', { params }),
    onSuccess: () => say('The past is read no further; what was read stays'),
    onError: (failure) => fail('It was not stopped', failure),
    onSettled: look,
  });
  return (
    <section aria-labelledby="past">
      <Title headingLevel="h2" size="lg" id="past" className="pc-above">
        The past
      </Title>
      {job === undefined && error !== null && <p role="alert">{sentence(error)}</p>}
      {goesOn(job) ? (
        <div className="pc-row">
          <Progress
            className="pc-grow"
            aria-label="Reading the past"
            value={job?.percent ?? 0}
            title={job?.state === 'queued' ? 'Waiting for the connector' : visible(job?.note ?? '')}
          />
          <Button variant="secondary" size="sm" isDisabled={stop.isPending} onClick={() => stop.mutate()}>
            Stop
          </Button>
        </div>
      ) : (
        <div className="pc-row">
          <FormSelect
            aria-label="How far back"
            className="pc-past-reach"
            value={days}
            onChange={(_, value) => setDays(value)}
          >
            {REACHES.map(([value, words]) => (
              <FormSelectOption key={value} value={value} label={words} />
            ))}
          </FormSelect>
          <Button
            variant="secondary"
            isDisabled={start.isPending || !integration.enabled}
            onClick={() => start.mutate()}
          >
            Read the past
          </Button>
        </div>
      )}
      {job !== undefined && <Outcome job={job} />}
    </section>
  );
}

function Outcome({ job }: { job: Backfill }) {
  const counts = Object.entries(job.counts ?? {}).filter(([name, count]) => COUNTED.includes(name) && count > 0);
  const failing = (job.repositories ?? []).filter((it) => it.error != null);
  const isOver = job.state === 'done' || job.state === 'failed';
  return (
    <>
      {isOver && (
        <p className="pc-quiet">
          {job.state === 'done' ? 'Read' : 'Not read to the end'}
          {job.from != null && (
            <>
              {' '}
              back to <Time at={job.from} />
            </>
          )}
          {counts.length > 0 && `: ${counts.map(([name, count]) => `${count} ${name}`).join(', ')}`}
        </p>
      )}
      {job.error !== null && (
        <p className="pc-error pc-wrap">
          <ForeignText text={job.error} />
        </p>
      )}
      {failing.length > 0 && (
        <ul className="pc-list" aria-label="What could not be read">
          {failing.map((it) => (
            <li key={it.name} className="pc-wrap">
              <ForeignText text={`${it.name}: ${it.error ?? ''}`} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
