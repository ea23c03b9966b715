import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PlantedBug } from './planted-bugs';
import type { Summary } from './run';

const project = fileURLToPath(new URL('../..', import.meta.url));
const copied = ['shared', 'renderer', 'server', 'test/chaos', 'package.json', 'tsconfig.base.json'];

/** The code under test and this harness, copied into the folder, where bugs may be planted. */
export async function copyProject(folder: string): Promise<void> {
  for (const name of copied) {
    await mkdir(join(folder, name, '..'), { recursive: true });
    await cp(join(project, name), join(folder, name), { recursive: true });
  }
  await symlink(join(project, 'node_modules'), join(folder, 'node_modules'));
}

export interface Caught {
  readonly bug: string;
  /** How many schedules it took; null: not caught. */
  readonly after: number | null;
  /** What caught it. */
  readonly by: string;
}

/** Plants the bug in the copied project, plays schedules until one fails, and takes it out again. */
export async function plant(
  bug: PlantedBug,
  folder: string,
  { schedules, seed, postgresUrl }: { schedules: number; seed: number; postgresUrl: string },
): Promise<Caught> {
  const originals = new Map<string, string>();
  try {
    for (const { file, find, replace } of bug.edits) {
      const path = join(folder, file);
      const text = await readFile(path, 'utf8');
      if (text.split(find).length !== 2)
        throw new Error(`${bug.name}: not once in ${file}, the list of bugs is out of date: ${find}`);
      if (!originals.has(path)) originals.set(path, text);
      await writeFile(
        path,
        text.replace(find, () => replace),
      );
    }
    const played = ['--schedules', String(schedules), '--seed', String(seed)];
    const output = await playIn(folder, postgresUrl, [...played, '--workers', '1', '--fail-fast']);
    return { bug: bug.name, ...resultIn(output) };
  } finally {
    for (const [path, text] of originals) await writeFile(path, text);
  }
}

export const removeCopy = (folder: string): Promise<void> => rm(folder, { recursive: true, force: true });

function resultIn(output: string): Omit<Caught, 'bug'> {
  const lines = output.trim().split('\n');
  const summary = JSON.parse(lines.at(-1) ?? '') as Summary;
  const by = lines.find((line) => /^(divergence|loss|duplicate|stuck): /.test(line));
  const failed = summary.divergences + summary.losses + summary.duplicates + summary.stuck;
  return failed > 0
    ? { after: summary.schedules, by: by ?? 'something thrown' }
    : { after: null, by: 'nothing' };
}

async function playIn(folder: string, postgresUrl: string, args: readonly string[]): Promise<string> {
  const main = join(folder, 'test/chaos/main.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', main, ...args], {
    cwd: folder,
    env: { ...process.env, DATABASE_URL: postgresUrl },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [output, errors] = [[] as string[], [] as string[]];
  child.stdout.on('data', (part: Buffer) => output.push(part.toString()));
  child.stderr.on('data', (part: Buffer) => errors.push(part.toString()));
  await once(child, 'close');
  const text = output.join('');
  if (!text.trimEnd().endsWith('}'))
    throw new Error(`the schedules did not run: ${errors.join('').slice(-2_000)}`);
  return text;
}
