import { useCallback, useState } from 'react';
import { maxAttachmentBytes } from '#shared/domain/conversation/message';
import { useClient } from '../../client/client-context';
import type { Draft } from './use-draft';

/** As many as a message may have. */
const most = 10;

export type AttachProblem = {
  readonly name: string;
  readonly why: 'empty' | 'too-large' | 'executable' | 'too-many' | 'unreadable' | 'not-stored';
};

export interface Attach {
  readonly attach: (files: readonly File[]) => Promise<void>;
  readonly remove: (id: string) => Promise<void>;
  /** What of the last files could not be attached. */
  readonly problems: readonly AttachProblem[];
  readonly dismiss: () => void;
}

/** Puts files beside what is being written: their bytes are on this device before they are shown there. */
export function useAttach({ now, change, keep }: Draft): Attach {
  const { attachments } = useClient();
  const [problems, setProblems] = useState<readonly AttachProblem[]>([]);

  const attachOne = useCallback(
    async (file: File): Promise<AttachProblem['why'] | null> => {
      const { messageId, attachments: before } = now();
      if (before.length >= most) return 'too-many';
      // Not read first: it may be larger than the memory.
      if (file.size > maxAttachmentBytes) return 'too-large';
      let bytes: Uint8Array<ArrayBuffer>;
      try {
        bytes = new Uint8Array(await file.arrayBuffer());
      } catch {
        return 'unreadable'; // a folder, or gone from the disk meanwhile
      }
      const added = await attachments.add({ type: 'message', id: messageId }, { name: file.name, bytes });
      if (added.ok) {
        change({ attachments: [...now().attachments, added.value] });
        await keep();
        return null;
      }
      const { type } = added.error;
      return type === 'empty' || type === 'too-large' || type === 'executable' ? type : 'not-stored';
    },
    [attachments, change, keep, now],
  );
  const attach = useCallback(
    async (files: readonly File[]) => {
      const found: AttachProblem[] = [];
      for (const file of files) {
        const why = await attachOne(file);
        if (why) found.push({ name: file.name, why });
      }
      setProblems(found);
    },
    [attachOne],
  );
  const remove = useCallback(
    async (id: string) => {
      await keep();
      await attachments.remove(now().key, id);
      change({ attachments: now().attachments.filter((each) => each.id !== id) });
    },
    [attachments, change, keep, now],
  );
  return { attach, remove, problems, dismiss: () => setProblems([]) };
}
