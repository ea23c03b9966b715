import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { idSchema } from '#shared/lib/ids';
import { deviceListSchema, deviceSchema, renameDeviceSchema } from '#shared/protocol/devices';
import { ApiFailure, errorResponses } from '../../http/api-failure';
import { sessionOf, signedInAs } from '../../http/signed-in';
import type { DeviceService } from './service';

export interface DeviceRouteOptions {
  readonly devices: DeviceService;
}

/** GET /api/v1/devices and POST /api/v1/devices/{clientId}: one's own devices, and their names. */
export const deviceRoutes: FastifyPluginAsyncZod<DeviceRouteOptions> = async (app, { devices }) => {
  app.get(
    '/devices',
    {
      onRequest: signedInAs(),
      schema: { summary: 'One’s own devices', response: { 200: deviceListSchema, ...errorResponses } },
    },
    async (request, reply) =>
      reply.header('cache-control', 'no-store').send(await devices.list(sessionOf(request))),
  );

  app.post(
    '/devices/:clientId',
    {
      onRequest: signedInAs(),
      schema: {
        summary: 'Name a device',
        params: z.object({ clientId: idSchema }),
        body: renameDeviceSchema,
        response: { 200: deviceSchema, ...errorResponses },
      },
    },
    async (request) => {
      const renamed = await devices.rename(sessionOf(request), request.params.clientId, request.body.name);
      // Somebody else's is answered as one that is not there.
      if (!renamed) throw new ApiFailure('not-found', 'You have no such device');
      return renamed;
    },
  );
};
