import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ballastBytes, reserveBytes } from '#shared/journal/reserve';
import { createJournals } from './journal';
import { createCheckSpace } from './journal-space';

const work = (editId: string) => ({ editId, body: new TextEncoder().encode(`body of ${editId}`) });
const done = { ok: true, value: undefined };

let folder: string;
let opened: ReturnType<typeof createJournals>[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fieldquote-journal-'));
  opened = [];
});
afterEach(async () => {
  // The system closes the files of a main that was killed; here nobody else does.
  for (const journals of opened) await journals.close();
  await rm(folder, { recursive: true });
});

function openJournals(path: string): ReturnType<typeof createJournals> {
  const journals = createJournals(path);
  opened.push(journals);
  return journals;
}

describe('SY-2 the journal of Electron main', () => {
  it('has after a restart what it said it has, one journal per person, one file each', async () => {
    const { handlers } = openJournals(folder);
    expect(await handlers.journalAppend({ userId: 'Anna', entries: [work('a'), work('b')] })).toEqual(done);
    expect(await handlers.journalAppend({ userId: 'anna', entries: [work('c')] })).toEqual(done);
    expect(await handlers.journalRevoke({ userId: 'Anna', editIds: ['b'] })).toEqual(done);

    // Not closed: main was killed.
    const next = openJournals(folder).handlers;
    const contents = { damagedBytes: 0, tornBytes: 0, others: false };
    const read = await next.journalRead({ userId: 'Anna' });
    expect(read).toMatchObject({ ok: true, value: { ...contents, entries: [{ editId: 'a' }] } });
    expect(await next.journalRead({ userId: 'anna' })).toMatchObject({
      value: { entries: [{ editId: 'c' }] },
    });
    const files = await Promise.all((await readdir(folder)).map((person) => readdir(join(folder, person))));
    expect(files.map(({ length }) => length)).toEqual([1, 1]);
  });

  it('puts aside what it cannot read, and says so once', async () => {
    const first = openJournals(folder);
    await first.handlers.journalAppend({ userId: 'anna', entries: [work('a'), work('b'), work('c')] });
    await first.close();
    const person = join(folder, 'uanna');
    const [name = ''] = await readdir(person);
    const bytes = await readFile(join(person, name));
    bytes[bytes.indexOf('body of b')] = 0;
    await writeFile(join(person, name), bytes);

    const { handlers } = openJournals(folder);
    const read = await handlers.journalRead({ userId: 'anna' });
    expect(read).toMatchObject({ value: { entries: [{ editId: 'a' }, { editId: 'c' }], tornBytes: 0 } });
    expect(read.ok && read.value.damagedBytes).toBeGreaterThan(0);
    expect(await handlers.journalRead({ userId: 'anna' })).toMatchObject({ value: { damagedBytes: 0 } });
    const kept = (await readdir(person)).filter((file) => file.endsWith('.damaged'));
    expect(await Promise.all(kept.map((file) => readFile(join(person, file))))).toEqual([bytes]);
  });

  it('says why when it cannot write, and tries anew when it is asked again', async () => {
    const blocked = join(folder, 'journals');
    await writeFile(blocked, 'a file where the folder should be');
    const { handlers } = openJournals(blocked);
    const append = () => handlers.journalAppend({ userId: 'anna', entries: [work('a')] });
    expect(await append()).toMatchObject({ ok: false, error: { type: 'storage-failed' } });
    await rm(blocked);
    expect(await append()).toEqual(done);
  });
});

describe('SY-2 room on the disk', () => {
  const sizes = async () => {
    const files = await readdir(folder);
    return Promise.all(files.map(async (file) => (await readFile(join(folder, file))).length));
  };

  it('takes room while there is plenty and gives it back when there is little', async () => {
    let free = 10 * (reserveBytes + ballastBytes);
    const check = createCheckSpace(folder, () => Promise.resolve(free));
    expect(await check({})).toBe('enough');
    expect(await sizes()).toEqual([ballastBytes]);
    free = reserveBytes - 1;
    expect(await check({})).toBe('low');
    expect(await sizes()).toEqual([]);
    free = reserveBytes + 1;
    expect(await check({})).toBe('enough');
    expect(await sizes()).toEqual([]);
  });

  it('knows how much is free here', async () => {
    expect(await createCheckSpace(folder)({})).toMatch(/enough|low/);
  });
});
