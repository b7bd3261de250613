import { useEffect, useRef, useState } from 'react';
import type { Client } from '../api/client';
import { Problem } from '../api/problem';
import { serverSentEvents } from '../api/stream';
import type { EventView, TimelineQuery } from '../api/types';

export type LiveState = 'connecting' | 'live' | 'off';

const GATHER_MS = 200;
const SHORTEST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;
/** The backend says something every 15 s; a connection that is silent for longer is dead. */
const SILENCE_MS = 45_000;

/**
 * Follows the events of a filter as they are taken in, and takes up where it was when the connection breaks. New states of known
 * events come too. `onGap`: it could not be taken up, so what is shown has to be read anew.
 */
export function useLive(
  client: Client,
  query: TimelineQuery,
  enabled: boolean,
  onEvents: (events: EventView[]) => void,
  onGap: () => void,
): LiveState {
  const [state, setState] = useState<LiveState>('connecting');
  const receive = useRef({ onEvents, onGap });
  useEffect(() => {
    receive.current = { onEvents, onGap };
  });
  const key = JSON.stringify(query);

  useEffect(() => {
    if (!enabled) return;
    const gathered: EventView[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    const gather = (event: EventView) => {
      gathered.push(event);
      timer ??= setTimeout(() => {
        timer = undefined;
        receive.current.onEvents(gathered.splice(0));
      }, GATHER_MS);
    };
    const follower = new AbortController();
    void follow(client, JSON.parse(key) as TimelineQuery, follower.signal, setState, gather, () =>
      receive.current.onGap(),
    );
    return () => {
      follower.abort();
      clearTimeout(timer);
    };
  }, [client, key, enabled]);
  return enabled ? state : 'off';
}

async function follow(
  client: Client,
  query: TimelineQuery,
  ended: AbortSignal,
  setState: (state: LiveState) => void,
  take: (event: EventView) => void,
  missed: () => void,
) {
  let position: string | undefined;
  let pause = SHORTEST_PAUSE_MS;
  while (!ended.aborted) {
    setState('connecting');
    const connection = new AbortController();
    const end = () => connection.abort();
    ended.addEventListener('abort', end);
    let silence = setTimeout(end, SILENCE_MS);
    try {
      const { data } = await client.GET('/api/events/stream', {
        params: { query, header: position === undefined ? {} : { 'Last-Event-ID': position } },
        headers: { Accept: 'text/event-stream' },
        parseAs: 'stream',
        signal: connection.signal,
      });
      if (data == null) throw new Error('The stream has no body');
      setState('live');
      const watched = data.pipeThrough(
        new TransformStream<Uint8Array, Uint8Array>({
          transform(chunk, controller) {
            clearTimeout(silence);
            silence = setTimeout(end, SILENCE_MS);
            controller.enqueue(chunk);
          },
        }),
      );
      for await (const message of serverSentEvents(watched)) {
        pause = SHORTEST_PAUSE_MS;
        // A position of before the database was replaced means nothing to it: what came meanwhile is in the list.
        if (
          message.event === 'ready' &&
          position !== undefined &&
          !(JSON.parse(message.data) as { resumed: boolean }).resumed
        )
          missed();
        if (message.id !== undefined) position = message.id;
        if (message.event === 'event') take(JSON.parse(message.data) as EventView);
      }
    } catch (error) {
      if (error instanceof Problem && error.status < 500 && error.status !== 429) {
        setState('off');
        return;
      }
    } finally {
      clearTimeout(silence);
      ended.removeEventListener('abort', end);
    }
    if (ended.aborted) return;
    setState('connecting');
    await waiting(pause, ended);
    pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
  }
}

function waiting(milliseconds: number, ended: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    ended.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });
}
