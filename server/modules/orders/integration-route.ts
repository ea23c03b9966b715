import { timingSafeEqual } from 'node:crypto';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { Webhook } from 'standardwebhooks';
import { z } from 'zod';
import { isStorable } from '#shared/lib/storable-text';
import {
  orderStatusMessageSchema,
  orderStatusTakenSchema,
  type OrderStatusMessage,
} from '#shared/protocol/order-status';
import type { Clock } from '../../clock';
import { ApiFailure, errorResponses } from '../../http/api-failure';
import type { StatusReceiver } from './receive-status';
import { reportFailure } from './route';

/** Seconds that a message may be from the server's clock, as the scheme's own libraries have it. */
const replayWindow = 300;

interface IntegrationOptions {
  readonly receiver: StatusReceiver;
  /** "whsec_" and base64; null: nothing is taken. */
  readonly secret: string | null;
  readonly clock: Clock;
}

/** POST /api/v1/integration/order-status: steps of orders from the vendor's own systems, signed by the Standard Webhooks scheme (ORD-1). */
export const integrationRoutes: FastifyPluginAsyncZod<IntegrationOptions> = async (app, options) => {
  const { receiver, secret, clock } = options;
  // The signature is over the bytes as they were sent: what was parsed and written again is another text.
  app.removeContentTypeParser('application/json');
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) =>
    done(null, body),
  );
  const verifier = secret === null ? null : new Webhook(secret);

  app.post(
    '/integration/order-status',
    {
      bodyLimit: 100_000,
      schema: {
        summary: 'Report a step of an order from another system, signed by the Standard Webhooks scheme',
        security: [],
        headers: z.looseObject({
          'webhook-id': z.string().optional(),
          'webhook-timestamp': z.string().optional(),
          'webhook-signature': z.string().optional(),
        }),
        body: orderStatusMessageSchema,
        response: { 200: orderStatusTakenSchema, ...errorResponses },
      },
      // Described by its schema, and read by it only after the signature was found to be right.
      validatorCompiler: () => (value: unknown) => ({ value }),
    },
    async (request) => {
      if (!verifier) throw new ApiFailure('not-found', 'This server takes no order status by webhook');
      const body = request.body as unknown;
      const text = typeof body === 'string' ? body : '';
      const {
        'webhook-id': id,
        'webhook-timestamp': timestamp,
        'webhook-signature': signature,
      } = request.headers;
      const message = {
        id: id ?? '',
        timestamp: timestamp ?? '',
        signature: signature ?? '',
        text,
      };
      if (!isSigned(verifier, message, clock())) {
        throw new ApiFailure('wrong-credentials', 'The signature or its time is not right');
      }
      const taken = await receiver.receive(message.id, readMessage(text));
      if (taken.ok) return taken.value;
      throw reportFailure(taken.error);
    },
  );
};

interface SignedMessage {
  readonly id: string;
  readonly timestamp: string;
  readonly signature: string;
  readonly text: string;
}

/** Of several signatures one must be right: a sender that changes its secret signs with both for a while. */
function isSigned(verifier: Webhook, { id, timestamp, signature, text }: SignedMessage, now: Date): boolean {
  if (id === '' || id.length > 200 || !isStorable(id) || !/^\d{1,12}$/.test(timestamp)) return false;
  const seconds = Number(timestamp);
  if (Math.abs(now.getTime() / 1_000 - seconds) > replayWindow) return false;
  const expected = Buffer.from(verifier.sign(id, new Date(seconds * 1_000), text));
  return signature
    .split(' ')
    .map((each) => Buffer.from(each))
    .some((each) => each.length === expected.length && timingSafeEqual(each, expected));
}

function readMessage(text: string): OrderStatusMessage {
  const parsed = orderStatusMessageSchema.safeParse(parseJson(text));
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues
    .slice(0, 20)
    .map(({ path, message }) => ({ path: path.join('.'), message }));
  throw new ApiFailure('bad-request', 'The message is not as the interface describes it', issues);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
