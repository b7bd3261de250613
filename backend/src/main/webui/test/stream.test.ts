import { afterEach, describe, expect, it, vi } from 'vitest';
import { answer, mayRecover, newClient, tenantOf } from '../src/api/client';
import { Problem, Unreachable } from '../src/api/problem';
import { serverSentEvents } from '../src/api/stream';

function body(...chunks: string[]): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    start(controller) {
      chunks.forEach((chunk) => controller.enqueue(encoder.encode(chunk)));
      controller.close();
    },
  });
}

async function messages(...chunks: string[]) {
  const result = [];
  for await (const message of serverSentEvents(body(...chunks))) result.push(message);
  return result;
}

describe('the stream', () => {
  it('is cut anywhere and read whole', async () => {
    expect(
      await messages(
        'event: rea',
        'dy\nid: 7\ndata:\n',
        '\n: heartbeat\n\nevent: event\nid: 8\ndata: {"a":',
        '"ö"}\n\n',
      ),
    ).toEqual([
      { event: 'ready', id: '7', data: '' },
      { event: 'event', id: '8', data: '{"a":"ö"}' },
    ]);
  });

  it('may end its lines as other servers do', async () => {
    expect(await messages('event: event\r\nid: 1\r\ndata: a\r\ndata: b\r\n\r\n')).toEqual([
      { event: 'event', id: '1', data: 'a\nb' },
    ]);
  });

  it('leaves a message out that was cut off', async () => {
    expect(await messages('event: event\nid: 1\ndata: a')).toEqual([]);
  });
});

describe('the client', () => {
  afterEach(() => vi.unstubAllGlobals());

  const answering = (response: () => Promise<Response>) => vi.stubGlobal('fetch', vi.fn(response));

  it('answers with what the backend sends, and asks for its own tenant', async () => {
    answering(() => Promise.resolve(new Response('[{"tag":"a","lastEvent":"2026-01-31T14:00:00Z"}]')));
    const tags = await answer(newClient('acme').GET('/api/tags', { params: { query: { limit: '5' } } }));
    expect(tags.map((it) => it.tag)).toEqual(['a']);
    const request = vi.mocked(fetch).mock.calls[0]?.[0] as Request;
    expect(request.headers.get('x-tenant-id')).toBe('acme');
    expect(new URL(request.url).search).toBe('?limit=5');
  });

  it('throws what the backend refuses, with its reasons', async () => {
    const body = JSON.stringify({ title: 'Invalid', errors: [{ pointer: '/name', detail: 'is missing' }] });
    answering(() => Promise.resolve(new Response(body, { status: 400 })));
    const refusal: unknown = await newClient()
      .GET('/api/teams')
      .catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(Problem);
    expect((refusal as Problem).about('/name')).toBe('is missing');
    expect(mayRecover(refusal)).toBe(false);
  });

  it('says where the backend does not answer, but not where nobody waits any more', async () => {
    answering(() => Promise.reject(new TypeError('Failed to fetch')));
    await expect(newClient().GET('/api/teams')).rejects.toBeInstanceOf(Unreachable);
    answering(() => Promise.reject(new DOMException('aborted', 'AbortError')));
    await expect(newClient().GET('/api/teams')).rejects.toBeInstanceOf(DOMException);
  });

  it('takes a tenant from the address only where it is a name of one', () => {
    expect(tenantOf('?tenant=acme-1')).toBe('acme-1');
    expect(tenantOf('?tenant=a%20b')).toBeUndefined();
    expect(tenantOf('')).toBeUndefined();
  });
});
