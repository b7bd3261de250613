import { QueryCache, QueryClient, useQuery } from '@tanstack/react-query';
import { mayRecover } from '../api/client';
import type { ConnectorMetadata } from '../api/types';
import { useClient } from './Session';
import { visible } from '../common/foreign';

export function newQueryClient() {
  return new QueryClient({
    queryCache: new QueryCache(),
    defaultOptions: {
      queries: {
        // What the backend refuses it refuses again; what does not answer is asked until it does.
        retry: (count, error) => mayRecover(error) && count < 100,
        retryDelay: (count) => Math.min(1_000 * 2 ** count, 15_000),
        networkMode: 'always',
        staleTime: 15_000,
      },
      mutations: { networkMode: 'always' },
    },
  });
}

/** Every key begins with the tenant: nothing of one is ever shown to another. */
export function useKey() {
  const { tenant } = useClient();
  return (...parts: unknown[]) => [tenant ?? null, ...parts];
}

export function useRead<T>(
  path: string,
  options: { query?: Record<string, string>; refetch?: number; enabled?: boolean } = {},
) {
  const client = useClient();
  const key = useKey();
  return useQuery({
    queryKey: key(path, options.query ?? {}),
    queryFn: ({ signal }) => client.get<T>(path, options.query, signal),
    refetchInterval: options.refetch,
    enabled: options.enabled,
  });
}

/** What connectors say of themselves; changes seldom. */
export function useConnectors() {
  const { data, ...rest } = useRead<ConnectorMetadata[]>('/api/connectors/metadata');
  return { ...rest, connectors: data ?? [], loaded: data !== undefined };
}

export function connectorName(connectors: readonly ConnectorMetadata[], id: string): string {
  return visible(connectors.find((it) => it.id === id)?.displayName ?? id);
}

export function typeName(connectors: readonly ConnectorMetadata[], connector: string, type: string): string {
  return visible(connectors.find((it) => it.id === connector)?.eventTypes?.[type]?.displayName ?? words(type));
}

/** The name of a type whosever it is, for lists over all connectors. */
export function anyTypeName(connectors: readonly ConnectorMetadata[], type: string): string {
  return connectors.map((it) => it.eventTypes?.[type]?.displayName).find((it) => it !== undefined) ?? words(type);
}

const words = (name: string) => name.replaceAll('_', ' ').replace(/^./, (first) => first.toUpperCase());
