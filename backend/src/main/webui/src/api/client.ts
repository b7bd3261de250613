import { Problem, problemOf, Unreachable } from './problem';

const TENANT = /^[A-Za-z0-9._-]{1,64}$/;

/** The tenant that the page's address names; absent: the self-hosted one. */
export function tenantOf(search: string): string | undefined {
  const name = new URLSearchParams(search).get('tenant');
  return name !== null && TENANT.test(name) ? name : undefined;
}

/** Query parameters; lists are repeated, absent values left out. */
export type Query = Record<string, string | number | boolean | readonly string[] | undefined | null>;

export function queryString(query: Query): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === null || value === '') continue;
    const values = Array.isArray(value) ? (value as readonly string[]) : [String(value)];
    values.forEach((it) => parameters.append(name, it));
  }
  const text = parameters.toString();
  return text === '' ? '' : `?${text}`;
}

export interface Answer<T> {
  body: T;
  /** Of the `ETag` header, for `If-Match`. */
  etag: string | null;
  /** The cursor of the `Link` header's next page. */
  next: string | null;
}

interface Call {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  query?: Query;
  body?: unknown;
  ifMatch?: string | number;
  signal?: AbortSignal;
  accept?: string;
  headers?: Record<string, string>;
}

/** Speaks to this page's own backend, for one tenant. */
export class Client {
  constructor(readonly tenant?: string) {}

  async get<T>(path: string, query: Query = {}, signal?: AbortSignal): Promise<T> {
    return (await this.call<T>(path, { query, signal })).body;
  }

  async call<T>(path: string, call: Call = {}): Promise<Answer<T>> {
    const response = await this.fetch(path, call);
    const body =
      response.status === 204 || response.status === 202 ? await optionalJson(response) : await jsonOf(response);
    return { body: body as T, etag: response.headers.get('ETag'), next: nextCursor(response.headers.get('Link')) };
  }

  /** @throws Problem where the backend refuses, Unreachable where it does not answer */
  async fetch(path: string, call: Call = {}): Promise<Response> {
    const response = await fetch(path + queryString(call.query ?? {}), {
      method: call.method ?? 'GET',
      headers: this.headers(call),
      body: call.body === undefined ? undefined : JSON.stringify(call.body),
      signal: call.signal,
      credentials: 'same-origin',
      cache: 'no-store',
    }).catch((error: unknown) => {
      if (error instanceof DOMException && error.name === 'AbortError') throw error;
      throw new Unreachable();
    });
    if (!response.ok) throw await problemOf(response);
    return response;
  }

  private headers(call: Call): Record<string, string> {
    const headers: Record<string, string> = { Accept: call.accept ?? 'application/json', ...call.headers };
    if (this.tenant !== undefined) headers['x-tenant-id'] = this.tenant;
    if (call.body !== undefined) headers['Content-Type'] = 'application/json';
    if (call.ifMatch !== undefined) headers['If-Match'] = `"${String(call.ifMatch).replace(/"/g, '')}"`;
    return headers;
  }
}

const jsonOf = (response: Response) => response.json() as Promise<unknown>;

async function optionalJson(response: Response): Promise<unknown> {
  const text = await response.text();
  return text === '' ? undefined : JSON.parse(text);
}

/** `</api/events?cursor=abc&limit=50>; rel="next"` → `abc` */
export function nextCursor(link: string | null): string | null {
  const address = /<([^>]+)>\s*;\s*rel="?next"?/.exec(link ?? '')?.[1];
  if (address === undefined) return null;
  return new URLSearchParams(address.slice(address.indexOf('?') + 1)).get('cursor');
}

/** Whether asking again may help. */
export function mayRecover(error: unknown): boolean {
  return error instanceof Unreachable || (error instanceof Problem && error.isUnavailable);
}
