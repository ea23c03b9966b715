import { z } from 'zod';
import { instantSchema } from '../lib/clock';
import { idSchema } from '../lib/ids';
import { isStorable, notStorable } from '../lib/storable-text';

/** What a device says of itself with each pull. */
export const deviceFactsSchema = z.object({
  /** As its person calls it; at first the system and browser. */
  name: z.string().trim().min(1).max(80).refine(isStorable, notStorable),
  host: z.enum(['browser', 'electron']),
  appVersion: z.string().max(40).refine(isStorable, notStorable),
});
export type DeviceFacts = z.infer<typeof deviceFactsSchema>;

/** One installation of the app for one person. Instants are the server's. */
export const deviceSchema = z.object({
  clientId: idSchema,
  name: z.string(),
  host: z.enum(['browser', 'electron']).nullable(),
  appVersion: z.string().nullable(),
  firstSeenAt: instantSchema,
  lastSeenAt: instantSchema,
});
export type Device = z.infer<typeof deviceSchema>;

/** GET /api/v1/devices: the signed-in person's own, the last seen first. */
export const deviceListSchema = z.object({ devices: z.array(deviceSchema) });

/** POST /api/v1/devices/{clientId}: gives one of one's own devices another name. */
export const renameDeviceSchema = z.object({ name: deviceFactsSchema.shape.name });
