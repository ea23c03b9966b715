import type { Migration } from './migration';

/** OPP-6: bytes of attachments, on their way or fetched once; and what was begun to be written in a conversation. */
export const attachments: Migration = {
  version: 3,
  name: 'attachments',
  stores: {
    attachments: 'id, state',
    attachmentBytes: 'id',
    drafts: 'key',
  },
};
