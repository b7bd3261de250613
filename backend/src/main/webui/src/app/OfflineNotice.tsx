import { useSyncExternalStore } from 'react';
import { Banner } from '@patternfly/react-core';
import { useQueryClient } from '@tanstack/react-query';
import { mayRecover } from '../api/client';
import { Unreachable } from '../api/problem';

function onLine(listener: () => void) {
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
}

/** Says so while the backend cannot be reached, and that what is shown may be old. */
export function OfflineNotice() {
  const online = useSyncExternalStore(onLine, () => navigator.onLine);
  const cache = useQueryClient().getQueryCache();
  const trouble = useSyncExternalStore(
    (listener) => cache.subscribe(listener),
    () =>
      cache
        .getAll()
        .map((query) => query.state.error ?? query.state.fetchFailureReason)
        .find(mayRecover) ?? null,
  );
  if (online && trouble === null) return null;
  const text = !online
    ? 'You are offline. What you see is as of before; it goes on by itself when the connection is back.'
    : trouble instanceof Unreachable
      ? 'PainChain does not answer. What you see is as of before; it goes on by itself when the backend is back.'
      : 'The database is away. Nothing is lost: connectors wait, and this page goes on by itself when it is back.';
  return (
    <Banner status="warning" className="pc-banner">
      <span role="status">{text}</span>
    </Banner>
  );
}
