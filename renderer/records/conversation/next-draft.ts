import type { Message } from '#shared/domain/conversation/message';
import type { DraftRow } from '../../db/rows';

/** What of a draft went with the message. */
export type SentPart = Pick<Message, 'id' | 'text' | 'attachments'>;

/** The next message as it was begun while the one before was being sent: what was written and attached since. Nothing of it is dropped. */
export function nextDraft(now: DraftRow, sent: SentPart, messageId: string): DraftRow {
  const gone = new Set(sent.attachments.map(({ id }) => id));
  return {
    ...now,
    messageId,
    text: textAfter(sent.text.trim(), now.text),
    attachments: now.attachments.filter(({ id }) => !gone.has(id)),
  };
}

/** Typed on, it is what follows; a text that was changed inside stays whole. */
function textAfter(sent: string, now: string): string {
  const text = now.trimStart();
  return text.startsWith(sent) ? text.slice(sent.length).trimStart() : now;
}
