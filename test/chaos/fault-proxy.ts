import { createServer, request as ask, Agent, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Fault } from './faults';
import { foreignPages } from './foreign-pages';
import type { Replica } from './replica';

/** What a device says in this header is between it and the proxy: `replica` to ask, and what goes wrong. */
export const planHeader = 'x-chaos-plan';
export interface RequestPlan {
  readonly replica: number;
  readonly fault: Fault | null;
}

interface Sent {
  readonly method: string;
  readonly url: string;
  readonly headers: Record<string, string | string[]>;
  readonly body: Buffer;
  readonly replica: Replica;
}

interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

/** The network between devices and servers: real HTTP on both sides, with the faults that requests ask for. */
export class FaultProxy {
  readonly #agent = new Agent({ keepAlive: true });
  readonly #server = createServer((request, response) => {
    void this.#serve(request, response);
  });
  /** Requests still on their way after their devices gave them up. */
  readonly #late: Sent[] = [];
  readonly faults = new Map<Fault['kind'], number>();
  /** Told each request's body before it goes to a server, or when it is on its way to one. */
  onSent: (url: string, body: Buffer) => void = () => undefined;

  constructor(private readonly replicas: readonly Replica[]) {}

  async listen(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#server.listen(0, '127.0.0.1', resolve);
    });
    this.#server.keepAliveTimeout = 60_000;
  }

  get origin(): string {
    return `http://127.0.0.1:${String((this.#server.address() as AddressInfo).port)}`;
  }

  async close(): Promise<void> {
    this.#agent.destroy();
    this.#server.closeAllConnections();
    await new Promise((resolve) => {
      this.#server.close(resolve);
    });
  }

  /** The late requests arrive, the last one first. Returns how many. */
  async deliverLate(): Promise<number> {
    const late = this.#late.splice(0).toReversed();
    for (const sent of late) await this.#forward(sent);
    return late.length;
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const { [planHeader]: header, host: _, connection: __, ...headers } = request.headers;
    const plan = JSON.parse(String(header)) as RequestPlan;
    const replica = this.replicas[plan.replica % this.replicas.length];
    if (!replica) throw new Error('a proxy without servers');
    const sent: Sent = {
      method: request.method ?? 'GET',
      url: request.url ?? '/',
      headers: Object.fromEntries(
        Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
      ),
      body: Buffer.concat(chunks),
      replica,
    };
    if (plan.fault) this.faults.set(plan.fault.kind, (this.faults.get(plan.fault.kind) ?? 0) + 1);
    await this.#answer(sent, plan.fault, response);
  }

  async #answer(sent: Sent, fault: Fault | null, response: ServerResponse): Promise<void> {
    const relay = async (share = 1): Promise<void> => {
      const answer = await this.#forward(sent);
      if (!answer) response.destroy();
      else if (share < 1) cutAnswer(response, answer, share);
      else response.writeHead(answer.status, answer.headers).end(answer.body);
    };
    switch (fault?.kind) {
      case undefined:
        return relay();
      case 'request-lost':
        response.destroy();
        return;
      case 'answer-lost':
        await this.#forward(sent);
        response.destroy();
        return;
      case 'request-twice':
        await this.#forward(sent);
        return relay();
      case 'request-late':
        this.onSent(sent.url, sent.body);
        this.#late.push(sent);
        response.destroy();
        return;
      case 'copy-late':
        this.#late.push(sent);
        return relay();
      case 'request-cut':
        await this.#forward(sent, Math.floor(sent.body.length * fault.share));
        response.destroy();
        return;
      case 'answer-cut':
        return relay(fault.share);
      case 'slow':
        await new Promise((resolve) => {
          setTimeout(resolve, fault.milliseconds);
        });
        return relay();
      case 'foreign-page': {
        const page = foreignPages[fault.page % foreignPages.length];
        response.writeHead(page?.status ?? 502, page?.headers).end(page?.body);
        return;
      }
      case 'server-error':
        response.writeHead(500, { 'content-type': 'application/json' });
        response.end(JSON.stringify({ error: { type: 'internal', message: 'broken' } }));
        return;
      case 'too-many-requests':
        response.writeHead(429, { 'content-type': 'application/json', 'retry-after': '1' });
        response.end(JSON.stringify({ error: { type: 'too-many-requests', message: 'later' } }));
        return;
      case 'server-slow':
        sent.replica.slowAt(fault.failpoint, fault.milliseconds);
        await relay();
        sent.replica.disarm();
        return;
      case 'server-killed':
        sent.replica.killAt(fault.failpoint, fault.down);
        await relay();
        sent.replica.disarm();
    }
  }

  /** The server's answer, or null when the connection broke. With `bytes` it gets only so many of the body, and then a broken connection. */
  async #forward({ method, url, headers, body, replica }: Sent, bytes = body.length): Promise<Answer | null> {
    const port = await replica.reach();
    if (port === null) return null;
    this.onSent(url, body);
    return new Promise((resolve) => {
      const length = body.length === 0 ? {} : { 'content-length': String(body.length) };
      const options = { host: '127.0.0.1', port, method, path: url, agent: this.#agent };
      const outgoing = ask({ ...options, headers: { ...headers, ...length } }, (incoming) => {
        const parts: Buffer[] = [];
        incoming.on('data', (part: Buffer) => parts.push(part));
        incoming.on('error', () => resolve(null));
        incoming.on('close', () => {
          if (!incoming.complete) resolve(null);
        });
        incoming.on('end', () => {
          const { connection: _, 'transfer-encoding': __, 'keep-alive': ___, ...kept } = incoming.headers;
          resolve({ status: incoming.statusCode ?? 0, headers: kept, body: Buffer.concat(parts) });
        });
      });
      outgoing.on('error', () => resolve(null));
      if (bytes === body.length) outgoing.end(body);
      else outgoing.write(body.subarray(0, bytes), () => outgoing.destroy());
    });
  }
}

/** Says how long the answer is, gives part of it, and breaks the connection. */
function cutAnswer(response: ServerResponse, { status, headers, body }: Answer, share: number): void {
  const bytes = Math.min(Math.floor(body.length * share), Math.max(0, body.length - 1));
  response.writeHead(status, { ...headers, 'content-length': String(body.length) });
  response.write(body.subarray(0, bytes), () => response.destroy());
}
