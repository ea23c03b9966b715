import { readFile, writeFile } from 'node:fs/promises';
import { z } from 'zod';

const boundsSchema = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().min(640).max(20_000),
  height: z.number().int().min(480).max(20_000),
});
const windowStateSchema = z.object({ bounds: boundsSchema, maximized: z.boolean() });
export type Bounds = z.infer<typeof boundsSchema>;
export type WindowState = z.infer<typeof windowStateSchema>;

/** What an earlier run kept; null when there is nothing usable (first start, damaged file). */
export async function readWindowState(file: string): Promise<WindowState | null> {
  try {
    const parsed = windowStateSchema.safeParse(JSON.parse(await readFile(file, 'utf8')));
    return parsed.success ? parsed.data : null;
  } catch {
    return null; // a window at the default place is the honest answer to any unreadable state
  }
}

export async function writeWindowState(file: string, state: WindowState): Promise<void> {
  await writeFile(file, JSON.stringify(state));
}

/** Where to open: the remembered place if at least a corner of the title bar is on a display, else the middle of the first one. */
export function placeWindow(remembered: Bounds | null, displays: readonly Bounds[]): Bounds {
  const first = displays[0] ?? { x: 0, y: 0, width: 1440, height: 900 };
  const width = Math.min(1440, first.width);
  const height = Math.min(900, first.height);
  const middle = {
    x: first.x + Math.round((first.width - width) / 2),
    y: first.y + Math.round((first.height - height) / 2),
    width,
    height,
  };
  if (remembered === null) return middle;
  const visible = displays.some(
    (display) =>
      remembered.x + remembered.width > display.x + 80 &&
      remembered.x < display.x + display.width - 80 &&
      remembered.y >= display.y &&
      remembered.y < display.y + display.height - 40,
  );
  return visible ? remembered : middle;
}
