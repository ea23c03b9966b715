import type { Storage } from './storage-state';

/**
 * SY-2: a full disk that one window or sync has met is full for all of them: every window of this person stops writing at once, until it is
 * opened again. Returns how to stop listening.
 */
export function shareReadOnly(userId: string, storage: Storage): () => void {
  const channel = new BroadcastChannel(`fieldquote-read-only/${userId}`);
  channel.addEventListener('message', () => becomeReadOnly(storage));
  const unsubscribe = storage.subscribe(({ readOnly }, before) => {
    // Heard from another window it goes round once more, and ends there: nothing changes any more.
    if (readOnly?.type === 'low-space' && !before.readOnly) tell(channel);
  });
  return () => {
    unsubscribe();
    channel.close();
  };
}

/** The first reason stays: it is what the person is told. */
export function becomeReadOnly(storage: Storage): void {
  if (storage.getState().readOnly === null) storage.setState({ readOnly: { type: 'low-space' } });
}

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no such argument; it stays within the origin
const tell = (channel: BroadcastChannel): void => channel.postMessage(null);
