export interface ServerSentEvent {
  event: string;
  id: string | undefined;
  data: string;
}

/** Reads `text/event-stream` as far as PainChain sends it: event, id, data; comments are heartbeats and left out. */
export async function* serverSentEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<ServerSentEvent> {
  const reader = body.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>).getReader();
  let rest = '';
  let message: { event?: string; id?: string; data: string[] } = { data: [] };
  try {
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return;
      const text = rest + value;
      const lines = text.split(/\r\n|\n|\r(?!$)/);
      rest = lines.pop() ?? '';
      for (const line of lines) {
        if (line === '') {
          if (message.data.length > 0 || message.event !== undefined) {
            yield { event: message.event ?? 'message', id: message.id, data: message.data.join('\n') };
          }
          message = { data: [] };
          continue;
        }
        if (line.startsWith(':')) continue;
        const colon = line.indexOf(':');
        const field = colon < 0 ? line : line.slice(0, colon);
        const content = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
        if (field === 'data') message.data.push(content);
        if (field === 'event') message.event = content;
        if (field === 'id') message.id = content;
      }
    }
  } finally {
    reader.cancel().catch(() => undefined);
  }
}
