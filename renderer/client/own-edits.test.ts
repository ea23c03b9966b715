import { describe, expect, it } from 'vitest';
import { createOwnEdits } from './own-edits';

/** A store that is as slow as the test wants. */
function slowStore() {
  const stored: unknown[] = [];
  const finishers: (() => void)[] = [];
  const store = (args: unknown): Promise<boolean> => {
    stored.push(args);
    return new Promise((resolve) => finishers.push(() => resolve(true)));
  };
  return { stored, store, finish: (at: number) => finishers[at]?.() };
}

const edit = (changes: object, base: object, id = 'o1') => ({ id, changes, base, conflictId: 'c1' });

describe('SY-14 edits made while the one before is being stored', () => {
  it('are made on what the one before makes of the field, whatever the screen still shows', async () => {
    const { inOrder } = createOwnEdits();
    const { stored, store, finish } = slowStore();
    const first = inOrder('editOpportunity', edit({ stage: 'proposal' }, { stage: 'qualification' }), store);
    const second = inOrder('editOpportunity', edit({ stage: 'won' }, { stage: 'qualification' }), store);
    const third = inOrder('editOpportunity', edit({ stage: 'lost' }, { stage: 'qualification' }), store);
    [0, 1, 2].forEach(finish);
    await Promise.all([first, second, third]);
    expect(stored).toMatchObject([
      { base: { stage: 'qualification' } },
      { base: { stage: 'proposal' } },
      { base: { stage: 'won' } },
    ]);
  });

  it('an edit taken back and another made on what still stands there: the last one follows', async () => {
    const { inOrder } = createOwnEdits();
    const { stored, store, finish } = slowStore();
    const undo = inOrder('editContact', edit({ name: 'Anna' }, { name: 'Hanna' }), store);
    const again = inOrder('editContact', edit({ name: 'Hannah' }, { name: 'Hanna' }), store);
    [0, 1].forEach(finish);
    await Promise.all([undo, again]);
    expect(stored).toMatchObject([{}, { changes: { name: 'Hannah' }, base: { name: 'Anna' } }]);
  });

  it('a field that belongs to another one that is being changed is taken along', async () => {
    const { inOrder } = createOwnEdits();
    const { stored, store, finish } = slowStore();
    const currency = { amount: '10', currency: 'EUR' };
    const first = inOrder('editOpportunity', edit({ currency: 'USD' }, currency), store);
    const second = inOrder('editOpportunity', edit({ amount: '20' }, currency), store);
    [0, 1].forEach(finish);
    await Promise.all([first, second]);
    expect(stored).toMatchObject([{ base: currency }, { base: { amount: '10', currency: 'USD' } }]);
  });

  it('other records, other fields and other values are left alone', async () => {
    const { inOrder } = createOwnEdits();
    const { stored, store, finish } = slowStore();
    const work = [
      inOrder('editOpportunity', edit({ nextStep: 'call' }, { nextStep: '' }), store),
      inOrder('editOpportunity', edit({ nextStep: 'write' }, { nextStep: '' }, 'o2'), store),
      inOrder('editOpportunity', edit({ notes: 'n' }, { notes: '' }), store),
      inOrder('editOpportunity', edit({ nextStep: 'visit' }, { nextStep: 'seen long ago' }), store),
    ];
    [0, 1, 2, 3].forEach(finish);
    await Promise.all(work);
    expect(stored).toMatchObject([
      { base: { nextStep: '' } },
      { base: { nextStep: '' } },
      { base: { notes: '' } },
      { base: { nextStep: 'seen long ago' } },
    ]);
  });

  it('once it is stored, or could not be, the base is what the screen says: a colleague may have changed it back', async () => {
    const { inOrder } = createOwnEdits();
    const { stored, store, finish } = slowStore();
    const first = inOrder('editAccount', edit({ city: 'Bonn' }, { city: 'Kiel' }), store);
    finish(0);
    await first;
    const failing = inOrder('editAccount', edit({ city: 'Ulm' }, { city: 'Kiel' }), () =>
      Promise.reject(new Error('disk')),
    );
    await expect(failing).rejects.toThrow('disk');
    const last = inOrder('editAccount', edit({ city: 'Jena' }, { city: 'Kiel' }), store);
    finish(1);
    await last;
    expect(stored.at(-1)).toMatchObject({ base: { city: 'Kiel' } });
  });

  it('what says nothing of a base goes as it is', async () => {
    const { inOrder } = createOwnEdits();
    const { stored, store, finish } = slowStore();
    const work = inOrder('acceptLead', { id: 'l1' }, store);
    finish(0);
    await work;
    expect(stored).toEqual([{ id: 'l1' }]);
  });
});
