import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { idSchema } from '#shared/lib/ids';
import type { Result } from '#shared/lib/result';
import {
  closeLeadSchema,
  createLeadSchema,
  importedLeadsSchema,
  importLeadsSchema,
  judgeQualificationSchema,
  leadStatisticsQuerySchema,
  leadStatisticsSchema,
  offerLeadSchema,
  takeBackLeadSchema,
  vendorLeadFileSchema,
  vendorLeadListSchema,
  vendorLeadQuerySchema,
  type VendorLeadFile,
} from '#shared/protocol/vendor-lead';
import { ApiFailure, errorResponses } from '../../http/api-failure';
import { sessionOf, signedInAs } from '../../http/signed-in';
import type { LeadError, LeadService } from './service';

/** Everything under /api/v1/vendor/leads: see shared/protocol/vendor-lead.ts. */
export const leadRoutes: FastifyPluginAsyncZod<{ leads: LeadService }> = async (app, { leads }) => {
  const onRequest = signedInAs('channel', 'admin');
  const params = z.object({ id: idSchema });
  const file = { 200: vendorLeadFileSchema, ...errorResponses };

  app.get(
    '/vendor/leads',
    {
      onRequest,
      schema: {
        summary: 'Leads, with everybody they went to',
        querystring: vendorLeadQuerySchema,
        response: { 200: vendorLeadListSchema, ...errorResponses },
      },
    },
    async (request, reply) => reply.header('cache-control', 'no-store').send(await leads.list(request.query)),
  );

  app.get(
    '/vendor/leads/statistics',
    {
      onRequest,
      schema: {
        summary: 'How partners answer what they are offered',
        querystring: leadStatisticsQuerySchema,
        response: { 200: leadStatisticsSchema, ...errorResponses },
      },
    },
    async (request, reply) =>
      reply.header('cache-control', 'no-store').send(await leads.statistics(request.query)),
  );

  app.get(
    '/vendor/leads/:id',
    { onRequest, schema: { summary: 'One lead', params, response: file } },
    async (request, reply) => {
      const found = await leads.find(request.params.id);
      if (!found) throw noSuchLead();
      return reply.header('cache-control', 'no-store').send(found);
    },
  );

  app.post(
    '/vendor/leads',
    { onRequest, schema: { summary: 'A new lead', body: createLeadSchema, response: file } },
    async (request) => {
      const { id, ...lead } = request.body;
      return orFailure(await leads.create(sessionOf(request), id, lead));
    },
  );

  app.post(
    '/vendor/leads/import',
    {
      onRequest,
      bodyLimit: 8 * 1024 * 1024,
      schema: {
        summary: 'New leads from a CSV file',
        body: importLeadsSchema,
        response: { 200: importedLeadsSchema, ...errorResponses },
      },
    },
    async (request) => leads.import(sessionOf(request), request.body.csv),
  );

  app.post(
    '/vendor/leads/:id/offer',
    { onRequest, schema: { summary: 'Offer a lead by hand', params, body: offerLeadSchema, response: file } },
    async (request) => orFailure(await leads.offer(sessionOf(request), request.params.id, request.body)),
  );

  app.post(
    '/vendor/leads/:id/take-back',
    {
      onRequest,
      schema: { summary: 'Take a lead back', params, body: takeBackLeadSchema, response: file },
    },
    async (request) => orFailure(await leads.takeBack(sessionOf(request), request.params.id, request.body)),
  );

  app.post(
    '/vendor/leads/:id/route',
    { onRequest, schema: { summary: 'Ask the rules again', params, response: file } },
    async (request) => orFailure(await leads.route(request.params.id)),
  );

  app.post(
    '/vendor/leads/:id/close',
    { onRequest, schema: { summary: 'Give a lead up', params, body: closeLeadSchema, response: file } },
    async (request) =>
      orFailure(await leads.close(sessionOf(request), request.params.id, request.body.comment)),
  );

  app.post(
    '/vendor/leads/:id/qualification',
    {
      onRequest,
      schema: {
        summary: 'Verify a qualification, or send it back',
        params,
        body: judgeQualificationSchema,
        response: file,
      },
    },
    async (request) => orFailure(await leads.judge(sessionOf(request), request.params.id, request.body)),
  );
};

const noSuchLead = () => new ApiFailure('not-found', 'There is no such lead');

function orFailure(answer: Result<VendorLeadFile, LeadError>): VendorLeadFile {
  if (answer.ok) return answer.value;
  const { error } = answer;
  if (error.type === 'not-found') throw noSuchLead();
  if (error.type === 'no-such-partner') {
    throw new ApiFailure('bad-request', 'There is no such partner', [
      { path: 'partnerId', message: 'is nobody' },
    ]);
  }
  throw new ApiFailure('conflict', error.message);
}
