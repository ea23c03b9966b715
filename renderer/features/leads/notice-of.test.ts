import { expect, it } from 'vitest';
import { aLead } from './a-lead.test-kit';
import { noticeOf } from './notice-of';

it('OPP-2 an offer says how long it lasts, a late or missed one that it is over', () => {
  expect(noticeOf(aLead(), 'offered', 'accepted')).toBe('offered');
  expect(noticeOf(aLead(), 'late', 'accepted')).toBe('late');
  expect(noticeOf(aLead({ state: 'missed' }), 'missed', 'accepted')).toBe('missed');
});

it('an acceptance that is only on this device does not count yet, and says so', () => {
  const accepted = aLead({ state: 'accepted' });
  expect(noticeOf(accepted, 'accepted', 'saved-here')).toBe('unsent');
  expect(noticeOf(accepted, 'accepted', 'accepted')).toBeNull();
  expect(noticeOf(aLead({ state: 'declined' }), 'declined', 'saved-here')).toBe('unsent-decline');
});

it('once the vendor judged it the acceptance was received, whatever else waits', () => {
  const qualification = { state: 'sent-back', vendor: {} } as NonNullable<
    ReturnType<typeof aLead>['qualification']
  >;
  expect(noticeOf(aLead({ state: 'accepted', qualification }), 'sent-back', 'saved-here')).toBeNull();
});
