import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { orderSchema } from '#shared/domain/order/order';
import { idSchema } from '#shared/lib/ids';
import {
  orderDecisionSchema,
  vendorOrderListSchema,
  vendorOrderSchema,
} from '#shared/protocol/order-decision';
import { ApiFailure, errorResponses } from '../../http/api-failure';
import { sessionOf, signedInAs } from '../../http/signed-in';
import type { OrderService } from './service';

/** GET /api/v1/vendor/orders, GET /api/v1/vendor/orders/{id} and POST /api/v1/vendor/orders/{id}/decision, for the vendor's people. */
export const orderRoutes: FastifyPluginAsyncZod<{ orders: OrderService }> = async (app, { orders }) => {
  app.get(
    '/vendor/orders',
    {
      onRequest: signedInAs('channel', 'admin'),
      schema: {
        summary: 'Orders of all partners',
        response: { 200: vendorOrderListSchema, ...errorResponses },
      },
    },
    async (_request, reply) => reply.header('cache-control', 'no-store').send(await orders.list()),
  );

  app.get(
    '/vendor/orders/:id',
    {
      onRequest: signedInAs('channel', 'admin'),
      schema: {
        summary: 'One order with its lines',
        params: z.object({ id: idSchema }),
        response: { 200: vendorOrderSchema, ...errorResponses },
      },
    },
    async (request, reply) => {
      const found = await orders.find(request.params.id);
      if (!found) throw noSuchOrder();
      return reply.header('cache-control', 'no-store').send(found);
    },
  );

  app.post(
    '/vendor/orders/:id/decision',
    {
      onRequest: signedInAs('channel', 'admin'),
      schema: {
        summary: 'Accept or reject an order',
        params: z.object({ id: idSchema }),
        body: orderDecisionSchema,
        response: { 200: orderSchema, ...errorResponses },
      },
    },
    async (request) => {
      const decided = await orders.decide(sessionOf(request), request.params.id, request.body);
      if (decided.ok) return decided.value;
      if (decided.error.type === 'not-found') throw noSuchOrder();
      throw new ApiFailure('conflict', `The order is ${decided.error.state}; only a received one is decided`);
    },
  );
};

const noSuchOrder = () => new ApiFailure('not-found', 'There is no such order');
