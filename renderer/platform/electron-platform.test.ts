import { describe, expect, it } from 'vitest';
import { createElectronPlatform } from './electron-platform';

const file = { name: 'a.pdf', mimeType: 'application/pdf', bytes: new Uint8Array([1]) };

describe('saving a file in the desktop host', () => {
  it('gives what main answered', async () => {
    const answer = { ok: false, error: { type: 'disk-full' } };
    const platform = createElectronPlatform({ invoke: () => Promise.resolve(answer) });
    expect(await platform.saveFile(file)).toEqual(answer);
  });

  it.each([
    ['main refused the request', () => Promise.reject(new Error('IpcRefused: saveFile'))],
    ['main answered something else', () => Promise.resolve('yes')],
  ])('says that it failed when %s, so that the person can try again', async (_, invoke) => {
    const platform = createElectronPlatform({ invoke });
    expect(await platform.saveFile(file)).toMatchObject({ ok: false, error: { type: 'failed' } });
  });
});
