import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ChaosOptions } from './options';
import { copyProject, plant, removeCopy, type Caught } from './plant';
import { plantedBugs } from './planted-bugs';

/** Plants each bug in turn and says what caught it. True when all were caught. */
export async function plantAll(
  { schedules, seed, only }: ChaosOptions,
  postgresUrl: string,
  print: (line: string) => void,
): Promise<boolean> {
  const folder = await mkdtemp(join(tmpdir(), 'fieldquote-planted-'));
  const all: Caught[] = [];
  try {
    await copyProject(folder);
    // What fails without a bug catches none.
    const nothing = { name: 'nothing planted', rule: '-', edits: [] };
    const { by, after } = await plant(nothing, folder, { schedules, seed, postgresUrl });
    if (after !== null) throw new Error(`schedule ${String(after)} fails without any bug: ${by}`);
    const bugs = plantedBugs.filter(({ name }) => only.length === 0 || only.includes(name));
    for (const bug of bugs) {
      const caught = await plant(bug, folder, { schedules, seed, postgresUrl });
      all.push(caught);
      const after = caught.after === null ? 'NOT CAUGHT' : `caught after ${String(caught.after)} schedules`;
      print(`${bug.rule} ${bug.name}: ${after} by ${caught.by}`);
    }
  } finally {
    await removeCopy(folder);
  }
  const missed = all.filter(({ after }) => after === null).map(({ bug }) => bug);
  print(JSON.stringify({ planted: all.length, caught: all.length - missed.length, missed, seed }));
  return missed.length === 0;
}
