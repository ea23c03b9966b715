import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { placeWindow, readWindowState, writeWindowState } from './window-state';

const laptop = { x: 0, y: 0, width: 1280, height: 800 };
const desk = { x: 1280, y: 0, width: 1920, height: 1080 };

describe('window state', () => {
  it('opens where it was closed', () => {
    const remembered = { x: 1500, y: 40, width: 1200, height: 800 };
    expect(placeWindow(remembered, [laptop, desk])).toEqual(remembered);
  });

  it('comes back to the first display when the other one is unplugged', () => {
    expect(placeWindow({ x: 1500, y: 40, width: 1200, height: 800 }, [laptop])).toEqual(laptop);
  });

  it('survives a round trip, and a damaged file means a first start', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'fieldquote-window-'));
    const file = join(folder, 'window.json');
    expect(await readWindowState(file)).toBeNull();
    const state = { bounds: { x: 1, y: 2, width: 1000, height: 700 }, maximized: true };
    await writeWindowState(file, state);
    expect(await readWindowState(file)).toEqual(state);
    await writeFile(file, '{"bounds":{"x":"');
    expect(await readWindowState(file)).toBeNull();
    await rm(folder, { recursive: true });
  });
});
