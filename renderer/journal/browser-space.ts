import { reserveBytes } from '#shared/journal/reserve';

const probeName = 'probe.bin';
const probeBytes = 1_048_576;
/** Kept by versions up to 0.3.0. On a full disk Chromium deletes whom it finds using much, so a browser keeps none any more (ADR 13). */
const formerBallast = 'ballast.bin';

/** SY-2 in a browser, which tells how much it allows but not how much the disk has: a megabyte is written to find out. */
export async function checkBrowserSpace(): Promise<'enough' | 'low'> {
  let root: FileSystemDirectoryHandle;
  try {
    root = await navigator.storage.getDirectory();
  } catch (thrown) {
    // Not offered here, as in private windows: a full disk shows when work is stored. Anything else is how a full disk shows.
    return isAbsent(thrown) ? 'enough' : 'low';
  }
  await remove(root, formerBallast);
  try {
    const { quota = Number.POSITIVE_INFINITY, usage = 0 } = await navigator.storage.estimate();
    if (quota - usage < reserveBytes) return 'low';
    await fill(root, probeName, probeBytes);
    return 'enough';
  } catch {
    return 'low';
  } finally {
    await remove(root, probeName);
  }
}

const isAbsent = (thrown: unknown): boolean =>
  thrown instanceof TypeError || (thrown instanceof DOMException && thrown.name === 'SecurityError');

async function fill(root: FileSystemDirectoryHandle, name: string, bytes: number): Promise<void> {
  const file = await (await root.getFileHandle(name, { create: true })).createWritable();
  // Not zeros: some file systems store those in no space at all.
  const part = crypto.getRandomValues(new Uint8Array(65_536));
  try {
    for (let written = 0; written < bytes; written += part.length) await file.write(part);
    await file.close();
  } catch (thrown) {
    await file.abort().catch(() => undefined); // what failed is what is thrown
    throw thrown;
  }
}

async function remove(root: FileSystemDirectoryHandle, name: string): Promise<void> {
  try {
    await root.removeEntry(name);
  } catch {
    // Not there, or another window holds it for a moment.
  }
}
