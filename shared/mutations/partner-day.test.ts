import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { baseOf } from '../domain/deal/merge-fields';
import type { Activity } from '../domain/deal/activity';
import type { Opportunity } from '../domain/deal/opportunity';
import { readMarkId } from '../domain/conversation/read-mark';
import type { MutationContext } from './mutation';
import { aLead, anActivity, anObligation, anOpportunity, aPerson } from './partner-day.test-kit';
import { aRep, RecordSet } from './record-set.test-kit';
import { findMutation, type ArgsOf, type MutationName } from './registry';
import { runMutation } from './run-mutation';

const anna: MutationContext = { ...aRep, userId: 'anna', capturedAt: '2026-03-01T10:00:00.000Z' };
const maria: MutationContext = { ...aRep, userId: 'maria', capturedAt: '2026-03-01T11:00:00.000Z' };
const manager: MutationContext = { ...aRep, userId: 'manager-1', role: 'manager' };

describe("the partner's day", () => {
  let records: RecordSet;
  const run = <N extends MutationName>(name: N, args: ArgsOf<N>, who = aRep) => {
    const touched = findMutation(name)?.touches(args) ?? [];
    const result = runMutation(name, args, records.only(touched), who);
    if (result.ok) records.write(result.value);
    return result;
  };
  const refused = (error: object) => ({ ok: false, error: expect.objectContaining(error) });

  beforeEach(() => {
    records = new RecordSet();
    records.write([
      { type: 'opportunity', id: 'opp-1', record: anOpportunity() },
      { type: 'activity', id: 'activity-1', record: anActivity() },
      { type: 'obligation', id: 'obligation-1', record: anObligation() },
      { type: 'person', id: 'rep-2', record: aPerson({ id: 'rep-2' }) },
    ]);
  });

  describe('OPP-1 activities', () => {
    const activity = () => records.get('activity', 'activity-1');
    const edit = (changes: Partial<Activity>, who: MutationContext) => {
      const base = baseOf('activity', anActivity(), changes);
      return run('editActivity', { id: 'activity-1', changes, base, conflictId: `c-${who.userId}` }, who);
    };

    it('are about something that is there, and each is there once', () => {
      const { partnerId: _p, ownerId: _o, done: _d, createdAt: _c, updatedAt: _u, ...args } = anActivity();
      const note = { ...args, id: 'activity-2' };
      expect(run('logActivity', args)).toEqual(refused({ type: 'already-exists', recordType: 'activity' }));
      const nowhere = { ...note, about: { type: 'account', id: 'nobody' } } as const;
      expect(run('logActivity', nowhere)).toEqual(refused({ type: 'not-found', recordType: 'account' }));
      run('logActivity', note);
      expect(records.get('activity', 'activity-2')).toMatchObject({ ownerId: 'rep-1', done: null });
    });

    it('SY-14 the text of two people’s edits merges line by line, their days do not', () => {
      edit({ text: 'Called', dueOn: '2026-03-07' }, anna);
      edit({ text: 'Wrote', dueOn: '2026-03-08' }, maria);
      expect(activity()).toMatchObject({ text: 'Called\nWrote', dueOn: '2026-03-07' });
      expect(records.get('editConflict', 'c-maria')).toMatchObject({
        recordType: 'activity',
        both: [{ fields: ['dueOn'], base: ['2026-03-05'], kept: ['2026-03-07'], other: ['2026-03-08'] }],
      });
    });

    it('SY-14 a day that one takes out and the other moves is left to a person, who may take it out', () => {
      edit({ dueOn: '2026-03-07' }, anna);
      edit({ dueOn: null }, maria);
      expect(activity()?.dueOn).toBe('2026-03-07');
      const conflict = { id: 'c-maria', recordType: 'activity', recordId: 'activity-1' } as const;
      run('settleConflict', { ...conflict, took: ['other'] });
      expect(activity()?.dueOn).toBeNull();
    });

    it('an emptied field is null in the record, whatever it was', () => {
      edit({ dueOn: null }, anna);
      expect(activity()?.dueOn).toBeNull();
    });

    it('a task is ticked once: who was first stays, and only a task can be', () => {
      run('completeActivity', { id: 'activity-1', done: true }, anna);
      expect(run('completeActivity', { id: 'activity-1', done: true }, maria)).toEqual({
        ok: true,
        value: [],
      });
      expect(activity()?.done).toEqual({ by: 'anna', at: anna.capturedAt });
      run('completeActivity', { id: 'activity-1', done: false }, maria);
      expect(activity()?.done).toBeNull();
      edit({ kind: 'call' }, anna);
      expect(run('completeActivity', { id: 'activity-1', done: true })).toEqual(
        refused({ type: 'wrong-state', state: 'call', wanted: 'task' }),
      );
    });

    it('only whose it is takes it away, or a manager', () => {
      expect(run('removeActivity', { id: 'activity-1' }, maria)).toEqual(refused({ type: 'not-allowed' }));
      run('removeActivity', { id: 'activity-1' }, manager);
      expect(activity()).toBeUndefined();
      expect(run('removeActivity', { id: 'activity-1' })).toEqual(refused({ type: 'not-found' }));
    });
  });

  describe('OPP-1 opportunities', () => {
    const opportunity = () => records.get('opportunity', 'opp-1');
    const edit = (changes: Partial<Opportunity>, who: MutationContext) => {
      const base = baseOf('opportunity', anOpportunity(), changes);
      return run('editOpportunity', { id: 'opp-1', changes, base, conflictId: `c-${who.userId}` }, who);
    };

    it('SY-14 a forecast that nobody gave before merges like any field, and can be taken back', () => {
      edit({ forecast: 'commit' }, anna);
      edit({ forecast: 'best-case', nextStep: 'Call' }, maria);
      expect(opportunity()).toMatchObject({ forecast: 'commit', nextStep: 'Call' });
      const both = [{ fields: ['forecast'], base: [''], kept: ['commit'], other: ['best-case'] }];
      expect(records.get('editConflict', 'c-maria')).toMatchObject({ both });
      run('editOpportunity', { id: 'opp-1', changes: { forecast: null }, base: { forecast: 'commit' } });
      expect(opportunity()?.forecast).toBeNull();
    });

    it('an older app that knows no forecast leaves it as it is', () => {
      edit({ forecast: 'commit' }, anna);
      run('editOpportunity', { id: 'opp-1', changes: { nextStep: 'Call' }, base: { nextStep: '' } });
      expect(opportunity()?.forecast).toBe('commit');
    });

    it('a criterion is met by who said so first, until somebody takes it back', () => {
      const tick = (met: boolean, who: MutationContext) =>
        run('meetCriterion', { opportunityId: 'opp-1', criterionId: 'budget', met }, who);
      tick(true, anna);
      expect(tick(true, maria)).toEqual({ ok: true, value: [] });
      expect(opportunity()?.met).toEqual({ budget: { by: 'anna', at: anna.capturedAt } });
      tick(false, maria);
      expect(opportunity()?.met).toEqual({});
      expect(tick(false, anna)).toEqual({ ok: true, value: [] });
    });
  });

  describe('OPP-7 obligations', () => {
    const obligation = () => records.get('obligation', 'obligation-1');
    const plan = (changes: object = {}) => ({
      opportunityId: 'opp-1',
      obligations: [
        {
          id: 'obligation-2',
          templateId: 'kick-off',
          text: { en: 'Kick-off' },
          side: 'partner' as const,
          ownerId: 'rep-2',
          dueOn: '2026-03-20',
          ...changes,
        },
      ],
    });

    it('planned twice are there once, as they were planned first', () => {
      run('planObligations', plan());
      run('planObligations', plan({ dueOn: '2026-12-31' }), maria);
      expect(records.get('obligation', 'obligation-2')?.dueOn).toBe('2026-03-20');
      // Somebody's own is nobody else's.
      expect(run('planObligations', plan({ id: 'obligation-1', templateId: null }))).toEqual(
        refused({ type: 'already-exists' }),
      );
    });

    it('are of people of the partner, or of nobody by name where they are the vendor’s', () => {
      expect(run('planObligations', plan({ ownerId: 'stranger' }))).toEqual(
        refused({ type: 'not-found', recordType: 'person', id: 'stranger' }),
      );
      expect(run('planObligations', plan({ side: 'vendor' }))).toEqual(
        refused({ type: 'invalid-arguments' }),
      );
      const [one] = plan().obligations;
      expect(run('planObligations', { opportunityId: 'opp-1', obligations: one ? [one, one] : [] })).toEqual(
        refused({ type: 'invalid-arguments' }),
      );
      expect(run('planObligations', { ...plan(), opportunityId: 'nowhere' })).toEqual(
        refused({ type: 'not-found', recordType: 'opportunity' }),
      );
    });

    it('are changed while they are open; another day makes them not overdue', () => {
      const escalation = { level: 2, at: aRep.capturedAt };
      records.write([{ type: 'obligation', id: 'obligation-1', record: anObligation({ escalation }) }]);
      run('editObligation', { id: 'obligation-1', changes: { ownerId: 'rep-2' } });
      expect(obligation()).toMatchObject({ ownerId: 'rep-2', escalation });
      run('editObligation', { id: 'obligation-1', changes: { dueOn: '2026-04-01' } });
      expect(obligation()).toMatchObject({ dueOn: '2026-04-01', escalation: null });
      expect(run('editObligation', { id: 'obligation-1', changes: { ownerId: 'nobody' } })).toEqual(
        refused({ type: 'not-found', recordType: 'person' }),
      );
    });

    it('SY-14 words that somebody else changed meanwhile are not written over', () => {
      const { text } = anObligation();
      const say = (en: string) =>
        run('editObligation', { id: 'obligation-1', changes: { text: { en } }, base: { text } });
      expect(say('Call the buyer')).toMatchObject({ ok: true });
      expect(say('Write to the buyer')).toEqual(
        refused({ type: 'edited-elsewhere', recordType: 'obligation' }),
      );
      expect(say('Call the buyer')).toMatchObject({ ok: true });
      expect(obligation()?.text).toEqual({ en: 'Call the buyer' });
    });

    it('are done once, reopened, and not removed when done', () => {
      run('completeObligation', { id: 'obligation-1', note: 'By phone', by: 'Ada' });
      expect(obligation()?.done).toEqual({ by: 'Ada', at: aRep.capturedAt, note: 'By phone' });
      const isDone = refused({ type: 'wrong-state', state: 'done', wanted: 'open' });
      expect(run('completeObligation', { id: 'obligation-1', note: '' })).toEqual(isDone);
      expect(run('editObligation', { id: 'obligation-1', changes: {} })).toEqual(isDone);
      expect(run('removeObligation', { id: 'obligation-1' })).toEqual(isDone);
      run('reopenObligation', { id: 'obligation-1' });
      expect(run('reopenObligation', { id: 'obligation-1' })).toEqual(refused({ state: 'open' }));
      run('removeObligation', { id: 'obligation-1' });
      expect(obligation()).toBeUndefined();
    });

    it('the vendor’s own are the vendor’s to do', () => {
      const record = anObligation({ side: 'vendor' });
      records.write([{ type: 'obligation', id: 'obligation-1', record }]);
      const vendors = refused({ type: 'wrong-state', state: 'vendor', wanted: 'partner' });
      expect(run('completeObligation', { id: 'obligation-1', note: '' })).toEqual(vendors);
      expect(run('editObligation', { id: 'obligation-1', changes: {} })).toEqual(vendors);
      expect(run('reopenObligation', { id: 'obligation-1' })).toEqual(vendors);
    });
  });

  describe('OPP-6 conversation', () => {
    const message = {
      id: 'message-1',
      about: { type: 'opportunity', id: 'opp-1' },
      text: 'Hello',
      mentions: [],
      attachments: [],
    } as const;

    it('a message says something about something that is there, and is not received yet', () => {
      run('postMessage', { ...message, mentions: [], attachments: [] });
      expect(records.get('message', 'message-1')).toMatchObject({
        authorId: 'rep-1',
        side: 'partner',
        capturedAt: aRep.capturedAt,
        receivedAt: null,
      });
      const again = { ...message, mentions: [], attachments: [] };
      expect(run('postMessage', again)).toEqual(refused({ type: 'already-exists' }));
      expect(run('postMessage', { ...again, id: 'm-2', text: ' \n' })).toEqual(
        refused({ type: 'invalid-arguments' }),
      );
      const about = { type: 'order', id: 'nowhere' } as const;
      expect(run('postMessage', { ...again, id: 'm-2', about })).toEqual(
        refused({ type: 'not-found', recordType: 'order' }),
      );
    });

    it('whatever devices say in whatever order, a read mark stands at the furthest', () => {
      const id = readMarkId('rep-1', message.about);
      const instant = fc
        .date({ min: new Date('2026-01-01'), max: new Date('2026-12-31'), noInvalidDate: true })
        .map((date) => date.toISOString());
      fc.assert(
        fc.property(fc.array(instant, { minLength: 1, maxLength: 8 }), (said) => {
          records.write([{ type: 'readMark', id, record: null }]);
          for (const upTo of said) run('markRead', { id, about: message.about, upTo });
          const furthest = said.reduce((a, b) => (a > b ? a : b));
          expect(records.get('readMark', id)?.upTo).toBe(furthest);
        }),
      );
    });

    it('instants are compared as instants: one without milliseconds is not earlier for it', () => {
      const id = readMarkId('rep-1', message.about);
      run('markRead', { id, about: message.about, upTo: '2026-03-01T09:00:00.000Z' });
      expect(run('markRead', { id, about: message.about, upTo: '2026-03-01T09:00:00Z' })).toEqual({
        ok: true,
        value: [],
      });
    });
  });

  describe('what a manager does', () => {
    it('work goes to a person of the partner, all of it or nothing', () => {
      const items = [
        { type: 'opportunity', id: 'opp-1' } as const,
        { type: 'activity', id: 'activity-1' } as const,
        { type: 'obligation', id: 'obligation-1' } as const,
      ];
      expect(run('reassign', { items, toUserId: 'rep-2' })).toEqual(refused({ type: 'not-allowed' }));
      expect(run('reassign', { items, toUserId: 'nobody' }, manager)).toEqual(
        refused({ type: 'not-found', recordType: 'person' }),
      );
      const missing = [...items, { type: 'quote', id: 'nowhere' } as const];
      expect(run('reassign', { items: missing, toUserId: 'rep-2' }, manager)).toEqual(
        refused({ type: 'not-found', recordType: 'quote' }),
      );
      expect(records.get('opportunity', 'opp-1')?.ownerId).toBe('rep-1');
      run('reassign', { items, toUserId: 'rep-2' }, manager);
      for (const { type, id } of items) expect(records.get(type, id)).toMatchObject({ ownerId: 'rep-2' });
      // SY-14: who gave it away is known.
      expect(records.get('opportunity', 'opp-1')?.writtenBy).toEqual({ ownerId: 'manager-1' });
    });

    it('a lead that nobody took on, and a step of the vendor’s, are nobody’s to give', () => {
      records.write([
        { type: 'lead', id: 'lead-1', record: aLead() },
        { type: 'obligation', id: 'obligation-1', record: anObligation({ side: 'vendor' }) },
      ]);
      for (const [type, id] of [
        ['lead', 'lead-1'],
        ['obligation', 'obligation-1'],
      ] as const) {
        expect(run('reassign', { items: [{ type, id }], toUserId: 'rep-2' }, manager)).toEqual(
          refused({ type: 'wrong-state', recordType: type }),
        );
      }
    });

    it('a goal of an amount has a currency, and one of a count has none', () => {
      const goal = {
        id: 'goal-1',
        userId: 'rep-2',
        period: '2026-Q2',
        measure: 'won-amount',
        target: '100000',
        currency: 'PLN',
      } as const;
      expect(run('setGoal', goal)).toEqual(refused({ type: 'not-allowed' }));
      expect(run('setGoal', { ...goal, currency: null }, manager)).toEqual(
        refused({ type: 'invalid-arguments' }),
      );
      expect(run('setGoal', { ...goal, measure: 'won-deals' }, manager)).toEqual(
        refused({ type: 'invalid-arguments' }),
      );
      expect(run('setGoal', { ...goal, period: '2026-Q5' }, manager)).toEqual(
        refused({ type: 'invalid-arguments' }),
      );
      expect(run('setGoal', { ...goal, userId: 'nobody' }, manager)).toEqual(refused({ type: 'not-found' }));
      run('setGoal', goal, manager);
      run('setGoal', { ...goal, target: '120000' }, manager);
      expect(records.get('goal', 'goal-1')).toMatchObject({ target: '120000', setBy: 'manager-1' });
      run('removeGoal', { id: 'goal-1' }, manager);
      expect(run('removeGoal', { id: 'goal-1' }, manager)).toEqual(refused({ type: 'not-found' }));
    });
  });

  it('a view is its owner’s to change and to remove', () => {
    const view = { id: 'view-1', list: 'leads', name: 'Mine', query: 'owner=me' } as const;
    run('saveView', view, anna);
    expect(run('saveView', { ...view, name: 'Stolen' }, maria)).toEqual(refused({ type: 'not-allowed' }));
    expect(run('removeView', { id: 'view-1' }, manager)).toEqual(refused({ type: 'not-allowed' }));
    run('saveView', { ...view, name: 'Still mine' }, anna);
    expect(records.get('savedView', 'view-1')).toMatchObject({ ownerId: 'anna', name: 'Still mine' });
    run('removeView', { id: 'view-1' }, anna);
    expect(run('removeView', { id: 'view-1' }, anna)).toEqual(refused({ type: 'not-found' }));
  });
});
