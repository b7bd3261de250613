import createClient, { type Middleware } from 'openapi-fetch';
import { Problem, problemOf, Unreachable } from './problem';
import type { components, paths } from './schema';

type IntegrationRequest = components['schemas']['IntegrationRequest'];

const TENANT = /^[A-Za-z0-9._-]{1,64}$/;

/** The tenant that the page's address names; absent: the self-hosted one. */
export function tenantOf(search: string): string | undefined {
  const name = new URLSearchParams(search).get('tenant');
  return name !== null && TENANT.test(name) ? name : undefined;
}

const isCancelled = (error: unknown) => error instanceof DOMException && error.name === 'AbortError';

const refusals: Middleware = {
  onResponse: async ({ response }) => {
    if (!response.ok) throw await problemOf(response);
  },
  onError: ({ error }) => (isCancelled(error) ? undefined : new Unreachable()),
};

export type Client = ReturnType<typeof newClient>;

/**
 * Speaks to this page's own backend, for one tenant. Its calls throw a Problem where the backend refuses, and Unreachable where it
 * does not answer.
 */
export function newClient(tenant?: string) {
  const api = createClient<paths>({
    baseUrl: window.location.origin,
    headers: { Accept: 'application/json', 'x-tenant-id': tenant },
    credentials: 'same-origin',
    cache: 'no-store',
  });
  api.use(refusals);
  return { ...api, tenant };
}

/** What a call answers; a refusal was thrown before. */
export async function answer<T>(call: Promise<{ data?: T }>): Promise<T> {
  return (await call).data as T;
}

/** The header that makes a lost race a refusal. */
export const ifMatch = (version: number) => ({ 'If-Match': [`"${version}"`] });

/** A merge patch (RFC 7396) names what changes; the document describes the whole of which it is a part. */
export const patch = (part: Partial<IntegrationRequest>) => part as IntegrationRequest;

/** Whether asking again may help. */
export function mayRecover(error: unknown): boolean {
  return error instanceof Unreachable || (error instanceof Problem && error.isUnavailable);
}
