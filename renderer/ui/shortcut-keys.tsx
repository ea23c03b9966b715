import { Kbd } from '@mantine/core';
import classes from './shortcut-keys.module.css';

const names: Readonly<Record<string, string>> = {
  mod: /mac/i.test(navigator.platform) ? '\u2318' : 'Ctrl',
  shift: '\u21e7',
  alt: 'Alt',
  enter: '\u21b5',
  arrowup: '\u2191',
  arrowdown: '\u2193',
  escape: 'Esc',
};

/** A shortcut drawn as keys. */
export function ShortcutKeys({ shortcut }: { readonly shortcut: string }) {
  const keys = shortcut.split(shortcut.includes(' ') ? ' ' : '+').filter((key) => key !== '');
  return (
    <span className={classes['keys']}>
      {keys.map((key) => (
        <Kbd key={key}>{names[key.toLowerCase()] ?? (key.length === 1 ? key.toUpperCase() : key)}</Kbd>
      ))}
    </span>
  );
}
