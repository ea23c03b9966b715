import { beforeEach, describe, expect, it } from 'vitest';
import { maxOrderDocuments, type Order } from '../domain/order/order';
import type { RegistrationRequest } from '../domain/deal/registration-request';
import { aGrantedRequest } from './partner-day.test-kit';
import { aRep, RecordSet } from './record-set.test-kit';
import { findMutation, type ArgsOf, type MutationName } from './registry';
import { runMutation } from './run-mutation';

describe('what follows a registration and an order', () => {
  let records: RecordSet;
  const run = <N extends MutationName>(name: N, args: ArgsOf<N>) => {
    const touched = findMutation(name)?.touches(args) ?? [];
    const result = runMutation(name, args, records.only(touched), aRep);
    if (result.ok) records.write(result.value);
    return result;
  };
  const request = () => records.get('registrationRequest', 'request-1');
  const give = (changes: Partial<RegistrationRequest>) =>
    records.write([{ type: 'registrationRequest', id: 'request-1', record: aGrantedRequest(changes) }]);
  const refused = (error: object) => ({ ok: false, error: expect.objectContaining(error) });
  const at = aRep.capturedAt;

  beforeEach(() => {
    records = new RecordSet();
    give({});
    const granted = {
      id: 'dr-1',
      partnerId: 'partner-1',
      number: 'DR-1',
      accountId: 'account-1',
      validFrom: '2026-01-01',
      validUntil: '2026-04-01',
      discounts: [],
    };
    records.write([{ type: 'dealRegistration', id: 'dr-1', record: granted }]);
  });

  describe('OPP-4 a longer protection', () => {
    const ask = { id: 'request-1', registrationId: 'dr-1', until: '2026-07-01', reason: 'Budget moved' };

    it('is asked for once at a time, past the day it ends now', () => {
      expect(run('requestExtension', { ...ask, until: '2026-04-01' })).toEqual(
        refused({ type: 'invalid-arguments' }),
      );
      run('requestExtension', ask);
      const { until, reason } = ask;
      expect(request()?.extension).toEqual({ by: 'rep-1', askedAt: at, until, reason, decision: null });
      expect(run('requestExtension', ask)).toEqual(
        refused({ type: 'wrong-state', state: 'extension-asked' }),
      );
    });

    it('is asked for again when the vendor has decided', () => {
      const decision = { by: 'Vendor', at, until: null, comment: 'No' };
      give({ extension: { by: 'rep-1', askedAt: at, until: '2026-05-01', reason: '', decision } });
      run('requestExtension', ask);
      expect(request()?.extension).toMatchObject({ until: '2026-07-01', decision: null });
    });

    it('is not for what was not granted, has ended, or was granted to another request', () => {
      give({ state: 'submitted', registrationId: null });
      expect(run('requestExtension', ask)).toEqual(refused({ type: 'wrong-state', state: 'submitted' }));
      give({ ended: { by: 'Vendor', at, why: 'revoked', comment: '' } });
      expect(run('requestExtension', ask)).toEqual(refused({ type: 'wrong-state', state: 'ended' }));
      give({ registrationId: 'dr-2' });
      expect(run('requestExtension', ask)).toEqual(
        refused({ type: 'not-found', recordType: 'dealRegistration', id: 'dr-1' }),
      );
    });
  });

  describe('OPP-4 a conflict', () => {
    const conflict = { openedAt: at, answerBy: at, families: [], statement: null, outcome: null };

    it('is answered, and answered anew, until the vendor has decided', () => {
      give({ conflict });
      run('answerConflict', { id: 'request-1', text: 'We were there first' });
      run('answerConflict', { id: 'request-1', text: 'We were there first, in January' });
      expect(request()?.conflict?.statement).toEqual({
        by: 'rep-1',
        at,
        text: 'We were there first, in January',
      });
      const outcome = { by: 'Vendor', at, result: 'shared', comment: '' } as const;
      give({ conflict: { ...conflict, outcome } });
      expect(run('answerConflict', { id: 'request-1', text: 'Late' })).toEqual(
        refused({ type: 'wrong-state', state: 'conflict-decided' }),
      );
    });

    it('SY-14 keeps what two people said who did not see each other', () => {
      const said = (text: string) => ({ conflict: { ...conflict, statement: { by: 'rep-2', at, text } } });
      give(said('We were there first'));
      run('answerConflict', { id: 'request-1', text: 'They asked us in January', base: '' });
      expect(request()?.conflict?.statement?.text).toBe('We were there first\nThey asked us in January');
      // Seen and replaced on purpose.
      const base = request()?.conflict?.statement?.text ?? '';
      run('answerConflict', { id: 'request-1', text: 'Ours since January', base });
      expect(request()?.conflict?.statement?.text).toBe('Ours since January');
      give(said('a'.repeat(9_000)));
      expect(run('answerConflict', { id: 'request-1', text: 'b'.repeat(9_000), base: '' })).toEqual(
        refused({ type: 'edited-elsewhere', recordType: 'registrationRequest', id: 'request-1' }),
      );
    });

    it('that is none is not answered', () => {
      expect(run('answerConflict', { id: 'request-1', text: 'What?' })).toEqual(
        refused({ type: 'wrong-state', state: 'no-conflict' }),
      );
    });
  });

  it('OPP-4 names a contact of its own customer, and changes an amount and its currency together', () => {
    give({ state: 'refused', registrationId: null });
    type Fields = ArgsOf<'editRegistration'>['changes'];
    const edit = (changes: Fields, base: Fields = {}) =>
      run('editRegistration', { id: 'request-1', changes, base });
    const contact = {
      partnerId: 'partner-1',
      name: 'Ewa',
      jobTitle: '',
      email: '',
      phone: '',
      createdAt: at,
      updatedAt: at,
    };
    records.write([
      { type: 'contact', id: 'c-1', record: { ...contact, id: 'c-1', accountId: 'account-1' } },
      { type: 'contact', id: 'c-2', record: { ...contact, id: 'c-2', accountId: 'account-2' } },
    ]);
    expect(edit({ contactId: 'c-2' })).toEqual(refused({ type: 'not-found', recordType: 'contact' }));
    const seen = { amount: request()?.amount, currency: request()?.currency };
    expect(edit({ amount: '5' }, seen)).toEqual(
      refused({ issues: [expect.objectContaining({ path: 'changes.currency' })] }),
    );
    expect(edit({ currency: 'EUR' }, seen)).toEqual(
      refused({ issues: [expect.objectContaining({ path: 'changes.amount' })] }),
    );
    edit({ contactId: 'c-1', competitor: 'Somebody', amount: '5', currency: 'EUR' }, {});
    expect(request()).toMatchObject({
      contactId: 'c-1',
      competitor: 'Somebody',
      amount: '5',
      currency: 'EUR',
    });
  });

  it.each([
    [{ amount: '5' }, { amount: '5', currency: 'PLN' }],
    [{ currency: 'EUR' }, { amount: '50000', currency: 'EUR' }],
  ])('SY-10 of an app of 0.3, which names only what changed and never what it saw: %o', (changes, after) => {
    give({ state: 'refused', registrationId: null, amount: '50000', currency: 'PLN' });
    expect(run('editRegistration', { id: 'request-1', changes })).toMatchObject({ ok: true });
    expect(request()).toMatchObject({ ...after, state: 'submitted' });
  });

  it('SY-14 a correction refuses what does not fit, and says nothing of who was named where nobody was', () => {
    give({ state: 'submitted', registrationId: null, description: 'a'.repeat(6_000) });
    const edit = (edited: Omit<ArgsOf<'editRegistration'>, 'id'>) =>
      run('editRegistration', { id: 'request-1', ...edited });
    expect(edit({ changes: { competitor: 'Somebody' }, base: { competitor: null } })).toMatchObject({
      ok: true,
    });
    expect(edit({ changes: { description: 'b'.repeat(6_000) }, base: { description: '' } })).toEqual(
      refused({ type: 'edited-elsewhere', recordType: 'registrationRequest', id: 'request-1' }),
    );
  });

  it('ORD-1 an order takes so many documents, each once', () => {
    const order: Order = {
      id: 'order-1',
      partnerId: 'partner-1',
      ownerId: 'rep-1',
      businessId: '0190b6a5-7a3e-7000-8000-000000000000',
      quoteId: 'quote-1',
      quoteNumber: 'Q-1',
      quoteRevision: 1,
      accountId: 'account-1',
      currency: 'PLN',
      priceBook: { bookId: 'book-1', version: 1 },
      lines: [],
      totals: { sellNet: '0', tax: '0', gross: '0', buyNet: '0', taxGroups: [] },
      purchaseOrderNumber: '',
      note: '',
      state: 'received',
      vendorOrderNumber: null,
      decision: null,
      placedAt: at,
      receivedAt: at,
    };
    records.write([{ type: 'order', id: 'order-1', record: order }]);
    const attach = (id: string, orderId = 'order-1') => {
      const attachment = {
        id,
        name: 'po.pdf',
        mediaType: 'application/pdf',
        size: 9,
        sha256: '0'.repeat(64),
      };
      return run('attachToOrder', { orderId, attachment });
    };
    for (let n = 0; n < maxOrderDocuments; n += 1) attach(`file-${n}`);
    expect(records.get('order', 'order-1')?.documents).toHaveLength(maxOrderDocuments);
    expect(attach('file-x')).toEqual(refused({ type: 'too-many-items', limit: maxOrderDocuments }));
    expect(attach('file-0')).toEqual(refused({ type: 'invalid-arguments' }));
    expect(attach('file-0', 'nowhere')).toEqual(refused({ type: 'not-found', recordType: 'order' }));
  });
});
