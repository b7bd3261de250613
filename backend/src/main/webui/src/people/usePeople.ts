import { useMemo } from 'react';
import { useQueries } from '@tanstack/react-query';
import { answer, type Client } from '../api/client';
import type { EventPerson } from '../api/types';
import { useKey, useRead } from '../app/queries';
import { useClient } from '../app/Session';

const AT_ONCE = 50;
const SOON_MS = 30;
const KEPT_MS = 5 * 60_000;

interface Asked {
  id: string;
  found: (person: EventPerson | null) => void;
  failed: (error: unknown) => void;
}

/** Asks for all events of which somebody wants to know within a moment in one request. */
export function newPersonLoader(client: Client) {
  let waiting: Asked[] = [];
  const ask = async (asked: Asked[]) => {
    try {
      const query = { event: asked.map((it) => it.id) };
      const people = await answer(client.GET('/api/people/events', { params: { query } }));
      const byEvent = new Map(people.map((it) => [it.eventId, it] as const));
      asked.forEach((it) => it.found(byEvent.get(it.id) ?? null));
    } catch (error) {
      asked.forEach((it) => it.failed(error));
    }
  };
  const send = () => {
    const asked = waiting;
    waiting = [];
    for (let at = 0; at < asked.length; at += AT_ONCE) void ask(asked.slice(at, at + AT_ONCE));
  };
  return (id: string) =>
    new Promise<EventPerson | null>((found, failed) => {
      if (waiting.length === 0) setTimeout(send, SOON_MS);
      waiting.push({ id, found, failed });
    });
}

/** Who events are of, by their ids; where nobody is known nothing is asked. */
export function usePeople(ids: readonly string[]): ReadonlyMap<string, EventPerson> {
  const client = useClient();
  const key = useKey();
  const load = useMemo(() => newPersonLoader(client), [client]);
  const { data: somebody } = useRead('/api/people', { query: { perPage: '1' }, refetch: 60_000 });
  const isAnybodyKnown = somebody !== undefined && somebody.length > 0;
  return useQueries({
    queries: (isAnybodyKnown ? ids : []).map((id) => ({
      queryKey: key('person of an event', id),
      queryFn: () => load(id),
      staleTime: KEPT_MS,
      retry: false,
    })),
    combine: (results) =>
      new Map(
        results.flatMap(({ data }) => (data === undefined || data === null ? [] : [[data.eventId, data] as const])),
      ),
  });
}
