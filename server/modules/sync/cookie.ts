import { createHash } from 'node:crypto';
import { z } from 'zod';
import { recordTypes, type RecordType } from '#shared/domain/records';
import { idSchema } from '#shared/lib/ids';
import type { Position } from './repository';

/** Where cookies and pages are good: one database (its epoch), one partner, and the protocol version of the app that got them. */
export interface Realm {
  readonly epoch: string;
  readonly partnerId: string;
  readonly protocolVersion: number;
}

/** A pull that comes in pages. */
export interface Walk {
  /** The version that the device's cookie stands for; null: it had none. */
  readonly from: number | null;
  /** The partner's version when the first page was read. */
  readonly began: number;
  /** The last record of the page. */
  readonly at: Position;
}

const versionSchema = z.number().int().nonnegative();
const cookieSchema = z.object({
  epoch: z.string(),
  partnerId: z.string(),
  version: versionSchema,
  // Those made before there was a second version do not say it.
  protocolVersion: z.number().int().default(1),
});
const pageSchema = z.object({
  realm: z.string(),
  from: versionSchema.nullable(),
  began: versionSchema,
  version: versionSchema,
  type: z.enum(recordTypes as [RecordType, ...RecordType[]]),
  id: idSchema,
});

/** Everything up to this version is known. */
export const encodeCookie = ({ epoch, partnerId, protocolVersion }: Realm, version: number): string =>
  encode({ epoch, partnerId, version, protocolVersion });

/** The version a cookie stands for; undefined when it is of another realm or an older protocol (SY-17), or no cookie. */
export function decodeCookie(realm: Realm, text: string): number | undefined {
  const parsed = cookieSchema.safeParse(decode(text));
  if (!parsed.success) return undefined;
  const { epoch, partnerId, protocolVersion, version } = parsed.data;
  const isUsable =
    epoch === realm.epoch && partnerId === realm.partnerId && protocolVersion >= realm.protocolVersion;
  return isUsable ? version : undefined;
}

/** How far the pages of a patch have come. At most 400 characters, whatever the ids. */
export const encodePage = (realm: Realm, { from, began, at: { version, type, id } }: Walk): string =>
  encode({ realm: hashOf(realm), from, began, version, type, id });

/** Undefined when it is of another realm or protocol version, or no page. */
export function decodePage(realm: Realm, text: string): Walk | undefined {
  const parsed = pageSchema.safeParse(decode(text));
  if (!parsed.success || parsed.data.realm !== hashOf(realm)) return undefined;
  const { from, began, version, type, id } = parsed.data;
  return { from, began, at: { version, type, id } };
}

const hashOf = ({ epoch, partnerId, protocolVersion }: Realm): string =>
  createHash('sha256')
    .update(JSON.stringify([epoch, partnerId, protocolVersion]))
    .digest('base64url')
    .slice(0, 22);

const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

function decode(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    return undefined; // nothing of ours; the schemas say so
  }
}
