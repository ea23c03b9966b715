import { useCallback, useEffect, useRef, useState } from 'react';
import { newId } from '#shared/lib/ids';
import { useClient } from '../../client/client-context';
import type { Message } from '#shared/domain/conversation/message';
import type { DraftRow } from '../../db/rows';
import { nextDraft, type SentPart } from './next-draft';

const pauseMs = 300;

const emptyDraft = (key: string): DraftRow => ({
  key,
  messageId: newId(),
  text: '',
  mentions: [],
  attachments: [],
});

export type DraftChange = Partial<Pick<DraftRow, 'text' | 'mentions' | 'attachments'>>;

export interface Draft {
  /** undefined while it is read. */
  readonly draft: DraftRow | undefined;
  /** As it is now, whatever has been rendered. */
  readonly now: () => DraftRow;
  /** Shown at once and kept after a short pause, on leaving, and when the window closes. */
  readonly change: (change: DraftChange) => void;
  /** Kept when it resolves. */
  readonly keep: () => Promise<void>;
  /** It was sent, from here or from another window: what was written since begins the next message. */
  readonly begin: (sent: SentPart) => Promise<void>;
}

/** What is being written in one conversation; it survives everything but being sent. For a component that lives as long as that conversation is shown. */
export function useDraft(key: string): Draft {
  const { attachments, db } = useClient();
  const [draft, setDraft] = useState<DraftRow>();
  const latest = useRef<DraftRow>(undefined);
  const unkept = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const show = useCallback((next: DraftRow) => {
    latest.current = next;
    setDraft(next);
  }, []);

  const keep = useCallback(async () => {
    if (!unkept.current || !latest.current) return;
    unkept.current = false;
    await attachments.keepDraft(latest.current);
  }, [attachments]);

  useEffect(() => {
    let left = false;
    const read = async (): Promise<void> => {
      const stored = await db.drafts.get(key);
      // Sent, and the device was switched off before the draft was gone.
      const row = stored && (await db.records.get(['message', stored.messageId]));
      const sent = (row?.value ?? null) as Message | null;
      const kept = stored && sent ? nextDraft(stored, sent, newId()) : stored;
      if (!left && !latest.current) show(kept ?? emptyDraft(key));
    };
    void read();
    const hidden = () => void keep();
    window.addEventListener('pagehide', hidden);
    document.addEventListener('visibilitychange', hidden);
    return () => {
      left = true;
      window.removeEventListener('pagehide', hidden);
      document.removeEventListener('visibilitychange', hidden);
      hidden();
    };
  }, [db, key, keep, show]);

  const now = useCallback(() => latest.current ?? emptyDraft(key), [key]);
  const change = useCallback(
    (changes: DraftChange) => {
      unkept.current = true;
      show({ ...now(), ...changes });
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void keep(), pauseMs);
    },
    [keep, now, show],
  );
  const begin = useCallback(
    async (sent: SentPart) => {
      if (now().messageId !== sent.id) return;
      unkept.current = true;
      show(nextDraft(now(), sent, newId()));
      await keep();
    },
    [keep, now, show],
  );
  return { draft, now, change, keep, begin };
}
