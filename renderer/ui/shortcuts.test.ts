import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { Command } from './commands';
import { handleShortcut } from './shortcuts';

/** As much of an element as the shortcuts look at. */
class Element {
  isContentEditable = false;
  constructor(readonly tagName: string) {}
}
beforeAll(() => vi.stubGlobal('HTMLElement', Element));

function press(
  key: string,
  options: Partial<Record<'ctrlKey' | 'shiftKey', boolean>> & { in?: string } = {},
) {
  return {
    key,
    code: '',
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    shiftKey: false,
    defaultPrevented: false,
    isComposing: false,
    preventDefault: vi.fn<() => void>(),
    target: new Element(options.in ?? 'DIV'),
    ...options,
  } as unknown as KeyboardEvent;
}

const command = (shortcut: string, run = vi.fn<() => void>()) => ({
  command: { id: shortcut, title: shortcut, group: 'test', shortcut, run } satisfies Command,
  run,
});

describe('shortcuts', () => {
  test('a combination runs anywhere, a plain key only where nobody types', () => {
    const palette = command('mod+K');
    const search = command('/');
    const all = [palette.command, search.command];
    handleShortcut(press('k', { ctrlKey: true, in: 'INPUT' }), null, all);
    handleShortcut(press('/', { in: 'INPUT' }), null, all);
    expect(palette.run).toHaveBeenCalledOnce();
    expect(search.run).not.toHaveBeenCalled();
    handleShortcut(press('/'), null, all);
    expect(search.run).toHaveBeenCalledOnce();
  });

  test('a function key works while typing: customer view must come at once', () => {
    const view = command('F9');
    handleShortcut(press('F9', { in: 'TEXTAREA' }), null, [view.command]);
    expect(view.run).toHaveBeenCalledOnce();
  });

  test('two keys one after the other are a sequence', () => {
    const quotes = command('g q');
    const first = handleShortcut(press('g'), null, [quotes.command]);
    expect(first).toBe('g');
    expect(handleShortcut(press('q'), first, [quotes.command])).toBeNull();
    expect(quotes.run).toHaveBeenCalledOnce();
  });

  test('the first command of the list wins a shared shortcut', () => {
    const near = command('mod+S');
    const far = command('mod+S');
    handleShortcut(press('s', { ctrlKey: true }), null, [near.command, far.command]);
    expect(near.run).toHaveBeenCalledOnce();
    expect(far.run).not.toHaveBeenCalled();
  });

  test('the question mark works on every keyboard, wherever its key is', () => {
    const list = command('?');
    handleShortcut(press('?', { shiftKey: true }), null, [list.command]);
    expect(list.run).toHaveBeenCalledOnce();
  });
});
