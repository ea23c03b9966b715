import { getHotkeyHandler } from '@mantine/hooks';
import type { Command } from './commands';

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));

/** Plain keys belong to the text being typed; combinations and function keys work everywhere. */
const worksWhileTyping = (shortcut: string): boolean => /(^|\+)(mod|ctrl|alt|meta)\+|^f\d+$/i.test(shortcut);

const isPlainKey = (event: KeyboardEvent): boolean =>
  event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;

/**
 * Runs the command whose shortcut this key completes. Returns the key to remember as the first of a sequence ("g" of "g q"), or null.
 * While a dialog is open only its own keys count.
 */
export function handleShortcut(
  event: KeyboardEvent,
  firstKey: string | null,
  commands: readonly Command[],
): string | null {
  if (event.defaultPrevented || event.isComposing) return null;
  const typing = isTyping(event.target);
  if (!typing && isPlainKey(event)) {
    const pressed = event.key.toLowerCase();
    const sequence = firstKey === null ? undefined : `${firstKey} ${pressed}`;
    const inSequence = commands.find((command) => command.shortcut?.toLowerCase() === sequence);
    if (sequence !== undefined && inSequence) {
      event.preventDefault();
      inSequence.run();
      return null;
    }
    if (commands.some((command) => command.shortcut?.toLowerCase().startsWith(`${pressed} `))) return pressed;
  }
  for (const command of commands) {
    const { shortcut } = command;
    if (!shortcut || shortcut.includes(' ')) continue;
    if (typing && !worksWhileTyping(shortcut)) continue;
    if (shortcut === '?' ? event.key === '?' : matches(event, shortcut)) {
      event.preventDefault();
      command.run();
      return null;
    }
  }
  return null;
}

function matches(event: KeyboardEvent, shortcut: string): boolean {
  let hit = false;
  getHotkeyHandler([[shortcut, () => (hit = true), { preventDefault: false }]])(event);
  return hit;
}
