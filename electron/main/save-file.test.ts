import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createIpcDoor, IpcRefused } from './handle-ipc';
import { createSaveFile } from './save-file';

const pdf = {
  name: 'Q-1.pdf',
  mimeType: 'application/pdf',
  bytes: new TextEncoder().encode('%PDF-1.7 hello'),
};

describe('saving a file from Electron main', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'fieldquote-save-'));
  });
  afterEach(async () => {
    await chmod(folder, 0o700);
    await rm(folder, { recursive: true });
  });

  it('writes the bytes where the person chose and leaves nothing else there', async () => {
    const save = createSaveFile((name) => Promise.resolve(join(folder, name)));
    expect(await save(pdf)).toEqual({ ok: true, value: 'saved' });
    expect(await readFile(join(folder, 'Q-1.pdf'), 'utf8')).toBe('%PDF-1.7 hello');
    expect(await readdir(folder)).toEqual(['Q-1.pdf']);
  });

  it('does nothing when the person cancels', async () => {
    const save = createSaveFile(() => Promise.resolve(null));
    expect(await save(pdf)).toEqual({ ok: true, value: 'cancelled' });
    expect(await readdir(folder)).toEqual([]);
  });

  it('says which path it may not write, and keeps an older file whole', async () => {
    await writeFile(join(folder, 'Q-1.pdf'), 'older');
    const save = createSaveFile((name) => Promise.resolve(join(folder, 'missing-folder', name)));
    const path = join(folder, 'missing-folder', 'Q-1.pdf');
    expect(await save(pdf)).toEqual({ ok: false, error: { type: 'not-permitted', path } });
    expect(await readFile(join(folder, 'Q-1.pdf'), 'utf8')).toBe('older');
  });
});

describe('the IPC door', () => {
  const notAsked = () => Promise.reject(new Error('not asked for'));
  const door = createIpcDoor({
    saveFile: () => Promise.resolve({ ok: true, value: 'saved' }),
    journalAppend: notAsked,
    journalRevoke: notAsked,
    journalSettle: notAsked,
    journalRead: notAsked,
    checkSpace: notAsked,
  });

  it('runs a handler whose payload is of its shape', async () => {
    expect(await door('saveFile', pdf)).toEqual({ ok: true, value: 'saved' });
  });

  it.each([
    ['a channel that is not on the map', 'readFile', { path: '/etc/passwd' }],
    ['a name with a folder in it', 'saveFile', { ...pdf, name: '../../x.pdf' }],
    ['a channel that every object has', 'toString', {}],
    [
      'work for the journal that is no bytes',
      'journalAppend',
      { userId: 'u', entries: [{ editId: 'e', body: 'x' }] },
    ],
    ['bytes that are no bytes', 'saveFile', { ...pdf, bytes: 'text' }],
    ['no payload at all', 'saveFile', undefined],
  ])('refuses %s', async (_what, channel, payload) => {
    await expect(door(channel, payload)).rejects.toThrow(IpcRefused);
  });
});
