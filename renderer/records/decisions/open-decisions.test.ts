import { describe, expect, it } from 'vitest';
import type { EditConflict } from '#shared/domain/deal/edit-conflict';
import type { RegistrationRequest } from '#shared/domain/deal/registration-request';
import type { AttentionRow, PartedRow } from '../../db/rows';
import { countOf, openDecisions } from './open-decisions';

const item = (id: string, fields: Partial<AttentionRow> = {}): AttentionRow => ({
  id,
  clientId: 'client',
  seq: 1,
  name: 'editQuote',
  args: {},
  schemaVersion: 1,
  businessId: null,
  editId: `edit-${id}`,
  saw: {},
  capturedAt: '2026-03-01T09:00:00.000Z',
  refusedAt: '2026-03-01T09:00:01.000Z',
  rejection: { type: 'quote-empty' },
  touches: [],
  serverState: [],
  parkedWith: null,
  open: 1,
  resolution: null,
  ...fields,
});
const parted = (editIds: readonly string[]) => ({ row: { id: 'q1', editIds } as unknown as PartedRow });
const conflict = (fields: Partial<EditConflict>) =>
  ({ id: 'c1', state: 'open', keptBy: 'maria', otherBy: 'jan', ...fields }) as EditConflict;
const nothing = {
  attention: [],
  quotes: [],
  conflicts: [],
  registrations: [],
  userId: 'me',
  ownerOf: () => undefined,
};

describe('what waits for a decision', () => {
  it('SY-13 refused edits behind a parted quote, and what waits with them, are decided with it and not twice', () => {
    const decisions = openDecisions({
      ...nothing,
      quotes: [parted(['edit-a'])],
      attention: [item('a'), item('b', { parkedWith: 'a' }), item('c')],
    });
    expect(decisions.others.map(({ id }) => id)).toEqual(['c']);
    expect(countOf(decisions)).toBe(2);
  });

  it('SY-4 what is parked comes up on its own once what it waited with is settled', () => {
    const attention = [item('a', { open: 0 }), item('b', { parkedWith: 'a' })];
    expect(openDecisions({ ...nothing, attention }).others.map(({ id }) => id)).toEqual(['b']);
  });

  it('PR-33 orders refused over prices stand apart from those refused for another reason', () => {
    const attention = [
      item('price', { name: 'placeOrder', rejection: { type: 'quote-not-priceable', skus: ['A'] } }),
      item('account', { name: 'placeOrder', rejection: { type: 'account-missing' } }),
    ];
    const { orders, others } = openDecisions({ ...nothing, attention });
    expect([orders.map(({ id }) => id), others.map(({ id }) => id)]).toEqual([['price'], ['account']]);
  });

  it('SY-14 a conflict concerns the two who wrote and the owner of the record, while it is open', () => {
    const conflicts = [
      conflict({ id: 'theirs' }),
      conflict({ id: 'mine', otherBy: 'me' }),
      conflict({ id: 'kept', keptBy: 'me' }),
      conflict({ id: 'owned' }),
      conflict({ id: 'settled', otherBy: 'me', state: 'settled' }),
    ];
    const found = openDecisions({
      ...nothing,
      conflicts,
      ownerOf: ({ id }) => (id === 'owned' ? 'me' : 'maria'),
    });
    expect(found.conflicts.map(({ id }) => id)).toEqual(['mine', 'kept', 'owned']);
  });

  it('OPP-4 only own registrations that were refused wait', () => {
    const request = (id: string, state: string, ownerId: string) =>
      ({ id, state, ownerId }) as RegistrationRequest;
    const registrations = [
      request('mine', 'refused', 'me'),
      request('theirs', 'refused', 'maria'),
      request('waiting', 'submitted', 'me'),
    ];
    expect(openDecisions({ ...nothing, registrations }).registrations.map(({ id }) => id)).toEqual(['mine']);
  });
});
