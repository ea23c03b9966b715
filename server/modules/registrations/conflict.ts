import { newId } from '#shared/lib/ids';
import { overlappingFamilies } from '#shared/domain/deal/same-customer/overlapping-families';
import type { RegistrationRequest } from '#shared/domain/deal/registration-request';
import type { RecordWrite } from '#shared/mutations/mutation';
import type { Session } from '#shared/protocol/session';
import type { ConflictDecision, OpenConflict, Transfer } from '#shared/protocol/vendor-registration';
import type { Queries } from '../../db/database';
import { notAfter } from './decide';
import { discountsFor, endedToday, granted, refused, writeRequest } from './grant';
import { writeAsVendor, type BothOnDesk, type DeskError, type RequestOnDesk } from './registration-desk';

/** The other request of the conflict that was opened last, decided or not; undefined: none. */
export async function otherSideOf(
  queries: Queries,
  requestId: string,
): Promise<{ readonly conflictId: string; readonly requestId: string } | undefined> {
  const row = await queries
    .selectFrom('registration_conflict')
    .selectAll()
    .where((where) =>
      where.or([where('first_request_id', '=', requestId), where('second_request_id', '=', requestId)]),
    )
    .orderBy('opened_at', 'desc')
    .orderBy('id')
    .executeTakeFirst();
  if (!row) return undefined;
  const { id, first_request_id: first, second_request_id: second } = row;
  return { conflictId: id, requestId: first === requestId ? second : first };
}

const mayHaveConflict = ({ request, isProtected }: RequestOnDesk): boolean =>
  (request.state === 'submitted' || isProtected) && !(request.conflict && !request.conflict.outcome);

/** OPP-4: both partners are told that somebody else registered the deal, and asked for their side of it; neither who the other is. */
export async function openConflict(
  { mine, other }: BothOnDesk,
  session: Session,
  { answerBy }: OpenConflict,
): Promise<DeskError | undefined> {
  const { queries, now } = mine.desk;
  const at = now.toISOString();
  if (!mayHaveConflict(mine) || !mayHaveConflict(other)) {
    return { type: 'not-now', message: 'A conflict is between two requests that wait or are protected' };
  }
  const families = overlappingFamilies(mine.request.families, other.request.families);
  if (families === null) return { type: 'not-now', message: 'They are about different products' };
  if (answerBy <= at) return notAfter('answerBy', at);
  await queries
    .insertInto('registration_conflict')
    .values({
      id: newId(),
      first_request_id: mine.request.id,
      second_request_id: other.request.id,
      opened_at: now,
      decided_at: null,
    })
    .execute();
  for (const { desk, request } of [mine, other]) {
    const conflict = { openedAt: at, answerBy, families: [...families], statement: null, outcome: null };
    await writeAsVendor(desk, session, [writeRequest({ ...request, conflict, updatedAt: at })]);
  }
  return undefined;
}

/** OPP-4: who wins is protected, as before or on these terms; whose deal it is not is refused, and a protection it had ends today. */
export async function decideConflict(
  { mine, other }: BothOnDesk,
  session: Session,
  said: ConflictDecision,
  conflictId: string,
): Promise<DeskError | undefined> {
  if (!isOpen(mine.request) || !isOpen(other.request)) {
    return { type: 'not-now', message: 'No conflict is open' };
  }
  const otherResult = ({ kept: 'lost', lost: 'kept', shared: 'shared' } as const)[said.result];
  const sides = [
    { on: mine, result: said.result, comment: said.comment },
    { on: other, result: otherResult, comment: said.otherComment },
  ];
  for (const { on, result } of sides) {
    if (result === 'lost' || on.isProtected) continue;
    if (!said.terms) return { type: 'bad-terms', path: 'terms', message: 'must say what is granted' };
    if (said.terms.validUntil <= on.today) return notAfter('terms.validUntil', on.today);
  }
  for (const { on, result, comment } of sides) {
    await writeAsVendor(on.desk, session, await outcomeOf(on, result, comment, session, said.terms));
  }
  const { queries, now } = mine.desk;
  await queries
    .updateTable('registration_conflict')
    .set({ decided_at: now })
    .where('id', '=', conflictId)
    .execute();
  return undefined;
}

const isOpen = ({ conflict }: RegistrationRequest): boolean => Boolean(conflict && !conflict.outcome);

async function outcomeOf(
  { desk, request, partner, registration, today, isProtected }: RequestOnDesk,
  result: ConflictDecision['result'],
  comment: string,
  session: Session,
  terms: ConflictDecision['terms'],
): Promise<RecordWrite[]> {
  const at = desk.now.toISOString();
  const decided = { by: session.name, now: desk.now, comment };
  const heard: RegistrationRequest = {
    ...request,
    conflict: request.conflict && {
      ...request.conflict,
      outcome: { by: session.name, at, result, comment },
    },
    updatedAt: at,
  };
  if (result === 'lost') {
    // Given up meanwhile: there is nothing to refuse any more.
    const isGone = request.state === 'withdrawn';
    return [
      ...(isProtected && registration ? [endedToday(registration, today)] : []),
      writeRequest(isGone ? heard : refused(heard, 'registered-before', decided)),
    ];
  }
  if (isProtected || request.state === 'withdrawn' || !terms) return [writeRequest(heard)];
  const protection = {
    validUntil: terms.validUntil,
    discounts: discountsFor(request, terms.percent),
  };
  const done = await granted(desk.queries, heard, partner, protection, decided);
  return [...done.writes, writeRequest(done.request)];
}

/** OPP-4: what one partner was granted goes on for another one's request, until the same day and with the same percentage. */
export async function transfer(
  { mine, other }: BothOnDesk,
  session: Session,
  { comment, otherComment }: Transfer,
): Promise<DeskError | undefined> {
  const { registration, isProtected, request, desk, today } = mine;
  if (!isProtected || !registration) return { type: 'not-now', message: 'Nothing is protected' };
  if (isOpen(request) || isOpen(other.request)) {
    return { type: 'not-now', message: 'A conflict is decided first' };
  }
  const { state } = other.request;
  if (state !== 'submitted' && state !== 'refused') {
    return { type: 'not-now', message: 'The other request does not ask for anything' };
  }
  if (registration.validUntil <= other.today) return notAfter('toRequestId', other.today);
  const at = desk.now.toISOString();
  const percent = registration.discounts[0]?.percent ?? '0';
  const protection = {
    validUntil: registration.validUntil,
    discounts: discountsFor(other.request, percent),
  };
  const by = { by: session.name, now: desk.now, comment: otherComment };
  const done = await granted(other.desk.queries, other.request, other.partner, protection, by);
  const ended = { by: session.name, at, why: 'transferred' as const, comment };
  await writeAsVendor(desk, session, [
    endedToday(registration, today),
    writeRequest({ ...request, ended, updatedAt: at }),
  ]);
  await writeAsVendor(other.desk, session, [...done.writes, writeRequest(done.request)]);
  return undefined;
}
