import { err, ok, type Result } from '#shared/lib/result';
import type { Session } from '#shared/protocol/session';
import type {
  ConflictDecision,
  ExtensionDecision,
  OpenConflict,
  RegistrationDecision,
  Revocation,
  Transfer,
  VendorRegistration,
  VendorRegistrationFile,
} from '#shared/protocol/vendor-registration';
import type { Clock } from '../../clock';
import type { Database } from '../../db/database';
import type { PriceBookSource } from '../snapshots/price-book-source';
import { decideConflict, openConflict, otherSideOf, transfer } from './conflict';
import { decide, decideExtension, revoke } from './decide';
import { asListed, registrationFile } from './file';
import { changeBoth, changeRequest, type DeskError } from './registration-desk';
import { endedRegistrations, waitingRegistrations } from './repository';

export type RegistrationService = ReturnType<typeof registrationService>;
type Answer = Promise<Result<VendorRegistrationFile, DeskError>>;

/** The vendor's side of deal registrations (OPP-4): what partners ask to have protected, what is granted, and whose deal it is. */
export function registrationService(database: Database, books: PriceBookSource, clock: Clock) {
  const context = { database, books, clock };
  const find = (id: string): Promise<VendorRegistrationFile | undefined> =>
    registrationFile(database, id, clock());
  const answer = async (id: string, change: Promise<DeskError | undefined>): Answer => {
    const error = await change;
    const file = error ? undefined : await find(id);
    return file ? ok(file) : err(error ?? { type: 'not-found' });
  };
  return {
    list: async (): Promise<{ registrations: VendorRegistration[] }> => {
      const rows = [...(await waitingRegistrations(database)), ...(await endedRegistrations(database))];
      return { registrations: rows.map(asListed) };
    },

    /** undefined: there is no such request. */
    find,

    decide: (session: Session, id: string, said: RegistrationDecision): Answer =>
      answer(
        id,
        changeRequest(context, id, (on) => decide(on, session, said)),
      ),

    decideExtension: (session: Session, id: string, said: ExtensionDecision): Answer =>
      answer(
        id,
        changeRequest(context, id, (on) => decideExtension(on, session, said)),
      ),

    revoke: (session: Session, id: string, said: Revocation): Answer =>
      answer(
        id,
        changeRequest(context, id, (on) => revoke(on, session, said)),
      ),

    openConflict: (session: Session, id: string, said: OpenConflict): Answer =>
      answer(
        id,
        changeBoth(context, id, said.withRequestId, (both) => openConflict(both, session, said)),
      ),

    decideConflict: async (session: Session, id: string, said: ConflictDecision): Answer => {
      const other = await otherSideOf(database, id);
      if (!other) return err({ type: 'not-now', message: 'No conflict is open' });
      const { conflictId, requestId } = other;
      return answer(
        id,
        changeBoth(context, id, requestId, (both) => decideConflict(both, session, said, conflictId)),
      );
    },

    transfer: (session: Session, id: string, said: Transfer): Answer =>
      answer(
        id,
        changeBoth(context, id, said.toRequestId, (both) => transfer(both, session, said)),
      ),
  };
}
