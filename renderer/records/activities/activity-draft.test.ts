import { describe, expect, it } from 'vitest';
import { draftOf, readDraft, type ActivityDraft } from './activity-draft';
import { anActivity } from './an-activity.test-kit';

const dayOf = (at: string) => at.slice(0, 10);
const now = '2026-11-22T15:30:00.000Z';
const read = (draft: Partial<ActivityDraft>, before: string | null = null) =>
  readDraft(
    { kind: 'call', subject: 'Budget', text: '', day: '2026-11-22', ...draft },
    { now, before, dayOf },
  );

describe('OPP-1 what is typed about an activity', () => {
  it('one of today took place now', () => {
    expect(read({})).toMatchObject({ ok: true, value: { at: now, dueOn: null } });
  });
  it('one of another day stands at noon there', () => {
    const result = read({ day: '2026-11-20' });
    expect(result.ok && dayOf(result.value.at)).toBe('2026-11-20');
  });
  it('an edit that leaves the day leaves the time', () => {
    const before = '2026-11-20T08:15:00.000Z';
    expect(read({ day: '2026-11-20' }, before)).toMatchObject({ value: { at: before } });
  });
  it('a task has the day it is due, or none, and keeps when it was written down', () => {
    expect(read({ kind: 'task', day: '2026-12-01' })).toMatchObject({
      value: { at: now, dueOn: '2026-12-01' },
    });
    expect(read({ kind: 'task', day: '' })).toMatchObject({ value: { dueOn: null } });
  });
  it('without a subject it is not stored, and is told where', () => {
    expect(read({ subject: '  ' })).toEqual({ ok: false, field: 'subject' });
  });
  it('what was stored is what is edited', () => {
    const activity = anActivity({ kind: 'task', dueOn: '2026-12-01' });
    expect(draftOf(activity, dayOf)).toMatchObject({
      kind: 'task',
      subject: activity.subject,
      day: '2026-12-01',
    });
    expect(draftOf(anActivity(), dayOf)).toMatchObject({ kind: 'call', day: '2026-11-20' });
  });
});
