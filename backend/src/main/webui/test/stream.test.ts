import { describe, expect, it } from 'vitest';
import { nextCursor, tenantOf } from '../src/api/client';
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
  it('finds the next page in the Link header', () => {
    expect(nextCursor('</api/events?limit=50&cursor=ab%2Bc>; rel="next"')).toBe('ab+c');
    expect(nextCursor(null)).toBeNull();
  });

  it('takes a tenant from the address only where it is a name of one', () => {
    expect(tenantOf('?tenant=acme-1')).toBe('acme-1');
    expect(tenantOf('?tenant=a%20b')).toBeUndefined();
    expect(tenantOf('')).toBeUndefined();
  });
});
