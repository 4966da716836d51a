import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Embedded } from '../embedded.ts';
import { answerAdmin } from './serve-admin.ts';

/** What of the embedded Supabase is served. */
export type Served = Pick<Embedded, 'address' | 'ask'>;

/** Bytes of a request's body; requests come from our own servers and are far smaller. */
const BODY = 1024 * 1024;

/**
 * The embedded Supabase over HTTP on loopback, so that several processes share one; for development and tests.
 *
 * @param port 0: any free one
 */
export async function serve(embedded: Served, port: number): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    answer(embedded, request, response).catch(() => {
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const { port: taken } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${taken}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(embedded: Served, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await read(request);
  if (body === null) {
    response.writeHead(413, { connection: 'close' }).end();
    return;
  }
  const asked = new Request(new URL(request.url ?? '/', 'http://embedded.invalid'), {
    method: request.method ?? 'GET',
    headers: headersOf(request),
    body: body.length > 0 ? new Uint8Array(body) : null,
  });
  const answered = (await answerAdmin(embedded, asked)) ?? (await embedded.address.fetch(asked));
  response.writeHead(answered.status, [...answered.headers].flat());
  response.end(Buffer.from(await answered.arrayBuffer()));
}

function headersOf(request: IncomingMessage): [string, string][] {
  const hop = /^(connection|keep-alive|transfer-encoding|content-length|host|upgrade|te|trailer)$/;
  return Object.entries(request.headers).flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' && !hop.test(name) ? [[name, value]] : [],
  );
}

async function read(request: IncomingMessage): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > BODY) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
