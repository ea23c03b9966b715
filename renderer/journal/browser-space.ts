import { ballastBytes, reserveBytes } from '#shared/journal/reserve';

const ballastName = 'ballast.bin';
const probeBytes = 1_048_576;

/**
 * SY-2 in a browser, which tells how much it allows but not how much the disk has: a megabyte is written to find out. Beside it lies a file whose
 * only use is to be removed on a full disk, so that the store still opens whole, to be read.
 */
export async function checkBrowserSpace(): Promise<'enough' | 'low'> {
  let root: FileSystemDirectoryHandle;
  try {
    root = await navigator.storage.getDirectory();
  } catch {
    return 'enough'; // nothing to find it out with; a full disk shows when work is stored
  }
  try {
    const { quota = Number.POSITIVE_INFINITY, usage = 0 } = await navigator.storage.estimate();
    if (quota - usage < reserveBytes) throw new Error('the browser allows too little');
    if ((await sizeOf(root, ballastName)) < ballastBytes) await fill(root, ballastName, ballastBytes);
    await fill(root, 'probe.bin', probeBytes);
    await remove(root, 'probe.bin');
    return 'enough';
  } catch {
    await remove(root, 'probe.bin');
    await remove(root, ballastName);
    return 'low';
  }
}

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

async function sizeOf(root: FileSystemDirectoryHandle, name: string): Promise<number> {
  try {
    return (await (await root.getFileHandle(name)).getFile()).size;
  } catch {
    return 0; // not there yet
  }
}

async function remove(root: FileSystemDirectoryHandle, name: string): Promise<void> {
  try {
    await root.removeEntry(name);
  } catch {
    // Not there, or another window holds it for a moment.
  }
}
