import { err, ok } from '#shared/lib/result';
import { checkBrowserSpace } from '../journal/browser-space';
import { openBrowserJournal } from '../journal/browser-journal';
import type { Platform } from './platform';

/** A browser can only hand the file to its downloads; whether the person kept it is theirs to see. */
export function createBrowserPlatform(): Platform {
  return {
    kind: 'browser',
    checkSpace: checkBrowserSpace,
    openJournal: openBrowserJournal,
    saveFile: async ({ name, mimeType, bytes }) => {
      try {
        const url = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: mimeType }));
        const link = document.createElement('a');
        link.href = url;
        link.download = name;
        link.click();
        // The download has its own reference once it started.
        setTimeout(() => URL.revokeObjectURL(url), 60_000);
        return ok('saved');
      } catch (thrown) {
        return err({ type: 'failed', message: thrown instanceof Error ? thrown.message : String(thrown) });
      }
    },
  };
}
