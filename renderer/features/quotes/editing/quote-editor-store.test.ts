import { describe, expect, it } from 'vitest';
import type { Quote } from '#shared/domain/quote/quote';
import { err, ok } from '#shared/lib/result';
import { aLine, aQuote } from '../a-quote.test-kit';
import { applyWrite, type QuoteChange, type QuoteWrite } from './quote-change';
import { createQuoteEditor, type QuoteEditorDeps } from './quote-editor-store';

const context: ReturnType<QuoteEditorDeps['context']> = {
  userId: 'person-1',
  partnerId: 'partner-1',
  role: 'rep',
  capturedAt: '2026-03-02T10:00:00.000Z',
};
const edit = (title: string): QuoteChange => ({
  name: 'editQuote',
  args: { id: 'quote-1', changes: { title } },
});

/** A device's storage that runs the same mutations, and can be full. */
function aDevice(quote: Quote) {
  const device = {
    stored: quote,
    full: false,
    writes: [] as QuoteWrite[],
    /** Lets the next write wait until it is called. */
    gate: Promise.resolve(),
  };
  const editor = createQuoteEditor(quote, {
    context: () => context,
    readStored: () => Promise.resolve(device.stored),
    write: async (write) => {
      await device.gate;
      if (device.full) return err({ type: 'disk-full' as const });
      const changed = applyWrite(device.stored, write, context);
      if (!changed.ok) return changed;
      device.stored = changed.value;
      device.writes.push(write);
      return ok(undefined);
    },
  });
  return { device, editor };
}

describe('the editor of an open quote', () => {
  it('shows a change at once and says saved only when it is stored', async () => {
    const { device, editor } = aDevice(aQuote());
    let open: () => void = () => undefined;
    device.gate = new Promise((resolve) => (open = resolve));
    editor.perform(edit('New title'));
    expect(editor.store.getState()).toMatchObject({ quote: { title: 'New title' }, saving: 'saving' });
    expect(device.stored.title).toBe('Headquarters');
    open();
    expect(await editor.settled()).toBe('saved');
    expect(device.stored.title).toBe('New title');
  });

  it('stores changes one after the other in the order they were made', async () => {
    const { device, editor } = aDevice(aQuote());
    for (const title of ['1', '2', '3']) editor.perform(edit(title));
    editor.undo();
    await editor.settled();
    expect(device.writes.map(({ args }) => 'changes' in args && args.changes)).toEqual([
      { title: '1' },
      { title: '2' },
      { title: '3' },
      { title: '2' },
    ]);
  });

  it('keeps the words of a write that failed, and of those after it, and stores them on retry', async () => {
    const { device, editor } = aDevice(aQuote());
    device.full = true;
    editor.perform(edit('First'));
    expect(await editor.settled()).toBe('failed');
    editor.perform({
      name: 'addQuoteItems',
      args: { id: 'quote-1', insertions: [{ before: null, item: aLine() }] },
    });
    expect(editor.store.getState()).toMatchObject({
      saving: 'failed',
      failure: { type: 'disk-full' },
      quote: { title: 'First', items: [{ id: 'line-1' }] },
    });
    device.full = false;
    editor.retry();
    expect(await editor.settled()).toBe('saved');
    expect(device.stored).toMatchObject({ title: 'First', items: [{ id: 'line-1' }] });
  });

  it('goes on storing, in order, when the person has already left the screen', async () => {
    const { device, editor } = aDevice(aQuote());
    let open: () => void = () => undefined;
    device.gate = new Promise((resolve) => (open = resolve));
    const leave = editor.store.subscribe(() => undefined);
    for (const title of ['1', '2', '3']) editor.perform(edit(title));
    leave();
    open();
    expect(await editor.settled()).toBe('saved');
    expect(device.stored.title).toBe('3');
    expect(device.writes).toHaveLength(3);
  });

  it('is not saved while a change made during the last look at storage is still to be written', async () => {
    const { device, editor } = aDevice(aQuote());
    editor.perform(edit('First'));
    const unlisten = editor.store.subscribe(({ saving }) => {
      if (saving !== 'saved') return;
      unlisten();
      editor.perform(edit('Second'));
      expect(editor.store.getState().saving).toBe('saving');
    });
    expect(await editor.settled()).toBe('saved');
    expect(device.stored.title).toBe('Second');
    expect.assertions(3);
  });

  it('lets no step build on what could not be stored, and tries that again first', async () => {
    const { device, editor } = aDevice(aQuote({ items: [aLine()] }));
    expect(await editor.storeFirst()).toBe(true);
    device.full = true;
    editor.perform(edit('First'));
    await editor.settled();
    expect(await editor.storeFirst()).toBe(false);
    expect(editor.store.getState()).toMatchObject({ saving: 'failed', quote: { title: 'First' } });
    device.full = false;
    expect(await editor.storeFirst()).toBe(true);
    expect(device.stored.title).toBe('First');
  });

  it('gives up only what was not stored', async () => {
    const { device, editor } = aDevice(aQuote());
    editor.perform(edit('Stored'));
    await editor.settled();
    device.full = true;
    editor.perform(edit('Not stored'));
    await editor.settled();
    await editor.discardUnsaved();
    expect(editor.store.getState()).toMatchObject({
      saving: 'saved',
      failure: null,
      quote: { title: 'Stored' },
    });
  });

  it('takes over what sync brought when nothing of its own is under way', async () => {
    const { device, editor } = aDevice(aQuote({ items: [aLine()] }));
    const line = editor.store.getState().quote.items[0];
    device.stored = { ...device.stored, title: 'From another device', items: [aLine()] };
    editor.receive();
    await expect.poll(() => editor.store.getState().quote.title).toBe('From another device');
    expect(editor.store.getState().quote.items[0]).toBe(line);
  });

  it('does not let what sync brought overwrite what is being stored', async () => {
    const { device, editor } = aDevice(aQuote());
    let open: () => void = () => undefined;
    device.gate = new Promise((resolve) => (open = resolve));
    editor.perform(edit('Mine'));
    device.stored = { ...device.stored, terms: 'From another device' };
    editor.receive();
    expect(editor.store.getState().quote.title).toBe('Mine');
    open();
    await editor.settled();
    expect(editor.store.getState().quote).toMatchObject({ title: 'Mine', terms: 'From another device' });
  });

  it('says why a change was refused and leaves the quote as it was', () => {
    const { editor } = aDevice(aQuote({ state: 'presented' }));
    expect(editor.perform(edit('Too late')).ok).toBe(false);
    expect(editor.store.getState()).toMatchObject({
      refusal: { type: 'wrong-state', state: 'presented' },
      quote: { title: 'Headquarters' },
      saving: 'saved',
    });
  });

  it('starts a new revision when a presented quote goes back to draft', async () => {
    const { device, editor } = aDevice(aQuote({ state: 'presented' }));
    editor.commit({ name: 'changeQuoteState', args: { id: 'quote-1', to: 'draft' } });
    await editor.settled();
    expect(device.stored).toMatchObject({ state: 'draft', revision: 2 });
  });
});
