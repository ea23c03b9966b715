import { z } from 'zod';
import { messageSchema } from '../domain/conversation/message';
import { ok } from '../lib/result';
import { defineMutation, partnerRoles } from './mutation';
import { refuse } from './rejection';

const args = z.object({
  ...messageSchema.pick({ id: true, about: true, text: true, mentions: true, attachments: true }).shape,
  /** The person's name as colleagues know it; the server puts the account's in its place. */
  authorName: messageSchema.shape.authorName.optional(),
});

/** OPP-6: says something to the vendor, or to colleagues, about a deal. Its files travel apart. */
export const postMessage = defineMutation<'postMessage', z.infer<typeof args>>({
  name: 'postMessage',
  schemaVersion: 1,
  args,
  roles: partnerRoles,
  touches: ({ id, about }) => [
    { type: 'message', id },
    { type: about.type, id: about.id },
  ],
  apply: (records, { authorName, ...said }, { userId, partnerId, capturedAt }) => {
    const { id, about, text, attachments } = said;
    if (records.get('message', id)) return refuse({ type: 'already-exists', recordType: 'message', id });
    if (!records.get(about.type, about.id)) {
      return refuse({ type: 'not-found', recordType: about.type, id: about.id });
    }
    if (text.trim() === '' && attachments.length === 0) {
      return refuse({ type: 'invalid-arguments', issues: [{ path: 'text', message: 'says nothing' }] });
    }
    const record = {
      ...said,
      partnerId,
      authorId: userId,
      authorName: authorName ?? '',
      side: 'partner' as const,
      capturedAt,
      receivedAt: null,
    };
    return ok([{ type: 'message', id, record }]);
  },
});
