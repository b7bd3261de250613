import { QueryCache, QueryClient, useQuery } from '@tanstack/react-query';
import { defaultPathSerializer, type ClientPathsWithMethod, type MethodResponse } from 'openapi-fetch';
import { answer, mayRecover, type Client } from '../api/client';
import type { paths } from '../api/schema';
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

type Readable = ClientPathsWithMethod<Client, 'get'>;

interface ReadOptions<Path extends Readable> {
  path?: paths[Path]['get']['parameters']['path'];
  query?: paths[Path]['get']['parameters']['query'];
  refetch?: number;
  enabled?: boolean;
}

export function useRead<Path extends Readable>(path: Path, options: ReadOptions<Path> = {}) {
  const client = useClient();
  const key = useKey();
  const params = { path: options.path ?? {}, query: options.query ?? {} };
  return useQuery<MethodResponse<Client, 'get', Path>>({
    queryKey: key(defaultPathSerializer(path, params.path), params.query),
    queryFn: ({ signal }) => answer(client.GET(path, { params, signal } as never)),
    refetchInterval: options.refetch,
    enabled: options.enabled,
  });
}

/** What connectors say of themselves; changes seldom. */
export function useConnectors() {
  const { data, ...rest } = useRead('/api/connectors/metadata');
  const connectors = (data ?? []) as ConnectorMetadata[];
  return { ...rest, connectors, loaded: data !== undefined };
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
