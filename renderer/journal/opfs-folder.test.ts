import { afterEach, expect, it, vi } from 'vitest';
import { OpfsFolder } from './opfs-folder';

afterEach(() => vi.unstubAllGlobals());

it('SY-2 a segment that another window took over between being seen and being locked is not claimed', async () => {
  const files = ['gone.journal', 'left.journal'];
  const folder = {
    getDirectoryHandle: () => Promise.resolve(folder),
    async *keys() {
      yield* files;
    },
  };
  const held = new Set<string>();
  const request = async (name: string, _options: object, work: (lock: object) => unknown) => {
    held.add(name);
    // The other window has removed it, and let go, just now.
    if (name.endsWith('/gone')) files.splice(0, files.length, 'left.journal');
    await work({ name });
    held.delete(name);
  };
  vi.stubGlobal('navigator', {
    storage: { getDirectory: () => Promise.resolve(folder) },
    locks: { request },
  });

  const opened = await OpfsFolder.open('rep-1', () => undefined);
  expect(await opened.claim()).toEqual(['left']);
  expect([...held]).toEqual(['fieldquote-journal/rep-1/left']);
});
