import { z } from 'zod';
import { idSchema } from '#shared/lib/ids';
import type { Position } from './repository';

/** Where cookies and pages are good: one database (its epoch) and one partner. */
export interface Realm {
  readonly epoch: string;
  readonly partnerId: string;
}

const realmSchema = z.object({ epoch: z.string(), partnerId: z.string() });
const versionSchema = z.number().int().nonnegative();
const cookieSchema = realmSchema.extend({ version: versionSchema });
const pageSchema = realmSchema.extend({
  at: z.object({ version: versionSchema, type: z.string().regex(/^[a-z]+$/), id: idSchema }),
});

/** Everything up to this version is known. */
export const encodeCookie = (realm: Realm, version: number): string =>
  encode({ epoch: realm.epoch, partnerId: realm.partnerId, version });

/** The version a cookie stands for; undefined when it is of another realm, or no cookie. */
export function decodeCookie(realm: Realm, text: string): number | undefined {
  const parsed = cookieSchema.safeParse(decode(text));
  return parsed.success && isOf(realm, parsed.data) ? parsed.data.version : undefined;
}

/** How far the pages of a patch have come. */
export const encodePage = (realm: Realm, { version, type, id }: Position): string =>
  encode({ epoch: realm.epoch, partnerId: realm.partnerId, at: { version, type, id } });

export function decodePage(realm: Realm, text: string): Position | undefined {
  const parsed = pageSchema.safeParse(decode(text));
  return parsed.success && isOf(realm, parsed.data) ? parsed.data.at : undefined;
}

const isOf = (realm: Realm, other: Realm): boolean =>
  realm.epoch === other.epoch && realm.partnerId === other.partnerId;

const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

function decode(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    return undefined; // nothing of ours; the schemas say so
  }
}
