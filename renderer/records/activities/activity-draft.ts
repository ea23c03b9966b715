import type { Activity, ActivityKind } from '#shared/domain/deal/activity';
import { activitySchema } from '#shared/domain/deal/activity';

/** What a person fills in; everything is text while it is being typed. */
export interface ActivityDraft {
  readonly kind: ActivityKind;
  readonly subject: string;
  readonly text: string;
  /** The day it took place; of a task, the day it is due; "" for none. */
  readonly day: string;
}

export type ActivityFields = Pick<Activity, 'kind' | 'subject' | 'text' | 'at' | 'dueOn'>;

const fields = activitySchema.pick({ kind: true, subject: true, text: true, at: true, dueOn: true });

export const draftOf = (
  { kind, subject, text, at, dueOn }: ActivityFields,
  dayOf: (at: string) => string,
): ActivityDraft => ({
  kind,
  subject,
  text,
  day: kind === 'task' ? (dueOn ?? '') : dayOf(at),
});

/**
 * What is to be stored, or at which field something is wrong. `before` is the instant it had; on the same day it keeps it, today it is
 * `now`, and on another day it is noon there, because nobody said when.
 */
export function readDraft(
  draft: ActivityDraft,
  {
    now,
    before,
    dayOf,
  }: { readonly now: string; readonly before: string | null; readonly dayOf: (at: string) => string },
):
  | { readonly ok: true; readonly value: ActivityFields }
  | { readonly ok: false; readonly field: 'subject' | 'text' | 'day' } {
  const task = draft.kind === 'task';
  const at =
    task || draft.day === ''
      ? (before ?? now)
      : before !== null && dayOf(before) === draft.day
        ? before
        : dayOf(now) === draft.day
          ? now
          : new Date(`${draft.day}T12:00:00`).toISOString();
  const parsed = fields.safeParse({
    kind: draft.kind,
    subject: draft.subject.trim(),
    text: draft.text.trim(),
    at,
    dueOn: task && draft.day !== '' ? draft.day : null,
  });
  if (parsed.success) return { ok: true, value: parsed.data };
  const path = parsed.error.issues[0]?.path[0];
  return { ok: false, field: path === 'subject' || path === 'text' ? path : 'day' };
}
