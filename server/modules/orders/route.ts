import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { orderSchema } from '#shared/domain/order/order';
import { assertNever } from '#shared/lib/assert-never';
import { idSchema } from '#shared/lib/ids';
import {
  orderDecisionSchema,
  vendorOrderListSchema,
  vendorOrderSchema,
} from '#shared/protocol/order-decision';
import {
  newOrderReportSchema,
  orderReportedSchema,
  statusImportedSchema,
  statusImportSchema,
} from '#shared/protocol/order-status';
import { ApiFailure, errorResponses } from '../../http/api-failure';
import { sessionOf, signedInAs } from '../../http/signed-in';
import type { ReportFailure } from './report-orders';
import type { OrderService } from './service';

/** Orders for the vendor's people: the list, one order, the decision on it, and what is reported of its way to payment (ORD-1). */
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

  app.post(
    '/vendor/orders/:id/reports',
    {
      onRequest: signedInAs('channel', 'admin'),
      schema: {
        summary: 'Report a step of an order: confirmed, shipped, delivered, invoiced or paid',
        params: z.object({ id: idSchema }),
        body: newOrderReportSchema,
        response: { 200: orderReportedSchema, ...errorResponses },
      },
    },
    async (request) => {
      const told = await orders.report(sessionOf(request), request.params.id, request.body);
      if (told.ok) return told.value;
      throw reportFailure(told.error);
    },
  );

  app.post(
    '/vendor/orders/status-import',
    {
      onRequest: signedInAs('channel', 'admin'),
      bodyLimit: 8_000_000,
      schema: {
        summary: 'Report steps of many orders from a CSV file: all of its rows, or none',
        body: statusImportSchema,
        response: { 200: statusImportedSchema, ...errorResponses },
      },
    },
    async (request) => orders.importStatus(sessionOf(request), request.body.text),
  );
};

/** Why a step was not taken, as it is answered. */
export function reportFailure(error: ReportFailure | { readonly type: 'not-found' }): ApiFailure {
  switch (error.type) {
    case 'not-found':
      return noSuchOrder();
    case 'rejected':
      return new ApiFailure('conflict', 'The order was rejected; nothing follows that');
    case 'too-many-reports':
      return new ApiFailure('conflict', `The order has ${error.limit} steps already`);
    case 'in-the-future':
      return new ApiFailure('bad-request', 'This has not happened yet', [
        { path: 'at', message: 'is in the future' },
      ]);
    default:
      return assertNever(error);
  }
}

const noSuchOrder = () => new ApiFailure('not-found', 'There is no such order');
