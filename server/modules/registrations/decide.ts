import type { Session } from '#shared/protocol/session';
import type {
  ExtensionDecision,
  RegistrationDecision,
  Revocation,
} from '#shared/protocol/vendor-registration';
import { discountsFor, endedToday, granted, refused, writeRequest } from './grant';
import { writeAsVendor, type DeskError, type RequestOnDesk } from './registration-desk';

/** OPP-4: grants or refuses a request that waits. In a conflict both sides are decided on together. */
export async function decide(
  { desk, request, partner, today }: RequestOnDesk,
  session: Session,
  said: RegistrationDecision,
): Promise<DeskError | undefined> {
  if (request.state !== 'submitted') return { type: 'already-decided', state: request.state };
  if (said.readAt !== request.updatedAt) return { type: 'changed' };
  if (request.conflict && !request.conflict.outcome) {
    return { type: 'not-now', message: 'It is in a conflict, which is decided with both sides' };
  }
  const decided = { by: session.name, now: desk.now, comment: said.comment };
  if (said.decision === 'refuse') {
    await writeAsVendor(desk, session, [writeRequest(refused(request, said.refusal, decided))]);
    return undefined;
  }
  const { validUntil } = said;
  if (validUntil <= today) return notAfter('validUntil', today);
  const protection = { validUntil, discounts: discountsFor(request, said.percent) };
  const { request: done, writes } = await granted(desk.queries, request, partner, protection, decided);
  await writeAsVendor(desk, session, [...writes, writeRequest(done)]);
  return undefined;
}

export const notAfter = (path: string, day: string): DeskError => ({
  type: 'bad-terms',
  path,
  message: `must be after ${day}`,
});

/** OPP-4: more time, or not. What was asked for is not what must be granted; a protection that ran out meanwhile may go on. */
export async function decideExtension(
  { desk, request, registration, today }: RequestOnDesk,
  session: Session,
  { until, comment }: ExtensionDecision,
): Promise<DeskError | undefined> {
  const { extension, state, ended } = request;
  if (!extension || extension.decision || state !== 'granted' || ended || !registration) {
    return { type: 'not-now', message: 'No extension was asked for' };
  }
  if (until !== null && until <= registration.validUntil) return notAfter('until', registration.validUntil);
  if (until !== null && until <= today) return notAfter('until', today);
  const at = desk.now.toISOString();
  const decision = { by: session.name, at, until, comment };
  await writeAsVendor(desk, session, [
    writeRequest({ ...request, extension: { ...extension, decision }, updatedAt: at }),
    ...(until === null
      ? []
      : [
          {
            type: 'dealRegistration' as const,
            id: registration.id,
            record: { ...registration, validUntil: until },
          },
        ]),
  ]);
  return undefined;
}

/** OPP-4: the protection ends today, and with it the discount in quotes (PR-20). */
export async function revoke(
  { desk, request, registration, today, isProtected }: RequestOnDesk,
  session: Session,
  { comment }: Revocation,
): Promise<DeskError | undefined> {
  if (!isProtected || !registration) return { type: 'not-now', message: 'Nothing is protected' };
  const at = desk.now.toISOString();
  const ended = { by: session.name, at, why: 'revoked' as const, comment };
  await writeAsVendor(desk, session, [
    endedToday(registration, today),
    writeRequest({ ...request, ended, updatedAt: at }),
  ]);
  return undefined;
}
