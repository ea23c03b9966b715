import type { FastifyInstance } from 'fastify';
import { ApiFailure } from './api-failure';

/**
 * Once the app is being closed, it takes no new connection and answers new requests on open ones with `unavailable`; requests under way may
 * finish for `graceMs`, then their connections are cut. What was being written is committed or undone as a whole either way.
 */
export function closeGracefully(app: FastifyInstance, graceMs: number): void {
  let sweep: NodeJS.Timeout | undefined;
  let cut: NodeJS.Timeout | undefined;
  app.addHook('onRequest', async (_request, reply) => {
    if (sweep === undefined) return;
    reply.header('connection', 'close');
    throw new ApiFailure('unavailable', 'The server is being stopped', undefined, 1);
  });
  // Answered while the server was stopping, a connection would otherwise stay open until its keep-alive time is over.
  app.addHook('onSend', async (_request, reply) => {
    if (sweep !== undefined && !reply.raw.headersSent) reply.header('connection', 'close');
  });
  app.addHook('preClose', async () => {
    sweep = setInterval(() => app.server.closeIdleConnections(), 50);
    cut = setTimeout(() => app.server.closeAllConnections(), graceMs);
    sweep.unref();
    cut.unref();
    app.server.once('close', () => {
      clearInterval(sweep);
      clearTimeout(cut);
    });
  });
}
