import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Quote } from '#shared/domain/quote/quote';
import { ok, type Result } from '#shared/lib/result';
import type { MutationContext } from '#shared/mutations/mutation';
import type { Rejection } from '#shared/mutations/rejection';
import type { MutateError } from '../../../db/mutate';
import { toStorageError } from '../../../db/storage-error';
import { perform, redo, startEditing, undo, type Edited, type Editing } from './history';
import { keepSameItems } from './keep-same-items';
import { applyWrite, type QuoteChange, type QuoteWrite } from './quote-change';

export interface QuoteEditorState extends Editing {
  /** `saved` only when every change is stored; `failed` keeps all of them here until a retry succeeds. */
  readonly saving: 'saved' | 'saving' | 'failed';
  readonly failure: MutateError | null;
  /** The last thing asked for that the quote's rules refused; nothing was changed by it. */
  readonly refusal: Rejection | null;
}

export interface QuoteEditorDeps {
  /** Resolves once the change is stored; may also throw when storage fails. */
  readonly write: (write: QuoteWrite) => Promise<Result<void, MutateError>>;
  /** The quote as this device has it stored now. */
  readonly readStored: () => Promise<Quote | undefined>;
  readonly context: () => MutationContext;
}

export interface QuoteEditor {
  readonly store: StoreApi<QuoteEditorState>;
  /** Applies the changes at once as one undoable step and stores them in order. */
  readonly perform: (...changes: readonly QuoteChange[]) => Result<Quote, Rejection>;
  readonly undo: () => Result<Quote, Rejection>;
  readonly redo: () => Result<Quote, Rejection>;
  /** A change of state or an order: not undoable, and what came before can no longer be redone. */
  readonly commit: (write: QuoteWrite) => Result<Quote, Rejection>;
  /** The stored quote has changed, perhaps through sync. Taken over when nothing of ours is under way. */
  readonly receive: () => void;
  /** Tries again to store what could not be stored, in order. */
  readonly retry: () => void;
  /** Before a step that others rely on: tries again what failed. False while something is still not stored, and then nothing may build on it. */
  readonly storeFirst: () => Promise<boolean>;
  /** Gives up what could not be stored and shows what is. */
  readonly discardUnsaved: () => Promise<void>;
  /** Resolves when nothing is being written. */
  readonly settled: () => Promise<QuoteEditorState['saving']>;
}

export function createQuoteEditor(initial: Quote, deps: QuoteEditorDeps): QuoteEditor {
  const store = createStore<QuoteEditorState>(() => ({
    ...startEditing(initial),
    saving: 'saved',
    failure: null,
    refusal: null,
  }));
  let unsaved: QuoteWrite[] = [];
  let writing: Promise<void> | null = null;
  let edits = 0;

  const drain = async (): Promise<void> => {
    for (let next = unsaved[0]; next; next = unsaved[0]) {
      const failure = await tryToWrite(next);
      if (failure) {
        store.setState({ saving: 'failed', failure });
        return;
      }
      unsaved = unsaved.slice(1);
    }
    store.setState({ saving: 'saved', failure: null });
    await takeOver();
  };

  const tryToWrite = async (write: QuoteWrite): Promise<MutateError | null> => {
    try {
      const stored = await deps.write(write);
      return stored.ok ? null : stored.error;
    } catch (thrown) {
      return toStorageError(thrown);
    }
  };

  // What is stored stays stored when it cannot be read back: the screen goes on with what it has.
  const readIfPossible = (): Promise<Quote | undefined> => deps.readStored().catch(() => undefined);

  // After our own writes the stored quote may hold more than we asked for: what sync brought meanwhile.
  const takeOver = async (): Promise<void> => {
    const editsBefore = edits;
    const stored = await readIfPossible();
    if (!stored || unsaved.length > 0 || edits !== editsBefore) return;
    store.setState(({ quote }) => ({ quote: keepSameItems(quote, stored) }));
  };

  const startWriting = (): void => {
    if (writing || unsaved.length === 0) return;
    store.setState({ saving: 'saving', failure: null });
    writing = drain().finally(() => {
      writing = null;
      if (store.getState().saving !== 'failed') startWriting();
    });
  };

  const enqueue = (writes: readonly QuoteWrite[]): void => {
    unsaved = [...unsaved, ...writes];
    edits += 1;
    // After a failure new changes wait behind the failed one, so that they are never stored out of order.
    if (store.getState().saving === 'failed') return;
    // Also while the writes before are only being read back, so that "saved" never covers this one.
    store.setState({ saving: 'saving' });
    startWriting();
  };

  const take = (edited: Result<Edited, Rejection>): Result<Quote, Rejection> => {
    if (!edited.ok) {
      store.setState({ refusal: edited.error });
      return edited;
    }
    store.setState({ ...edited.value.editing, refusal: null });
    enqueue(edited.value.writes);
    return ok(edited.value.editing.quote);
  };

  const settled = async (): Promise<QuoteEditorState['saving']> => {
    if (!writing) return store.getState().saving;
    await writing;
    return settled();
  };

  return {
    store,
    perform: (...changes) => take(perform(store.getState(), changes, deps.context())),
    undo: () => take(undo(store.getState(), deps.context())),
    redo: () => take(redo(store.getState(), deps.context())),
    commit: (write) => {
      const changed = applyWrite(store.getState().quote, write, deps.context());
      if (!changed.ok) {
        store.setState({ refusal: changed.error });
        return changed;
      }
      store.setState({ quote: changed.value, future: [], refusal: null });
      enqueue([write]);
      return changed;
    },
    receive: () => {
      if (unsaved.length === 0 && !writing) void takeOver();
    },
    retry: startWriting,
    storeFirst: async () => {
      if (store.getState().saving !== 'failed') return true;
      startWriting();
      return (await settled()) === 'saved';
    },
    discardUnsaved: async () => {
      unsaved = [];
      const stored = await readIfPossible();
      store.setState({
        ...startEditing(stored ?? store.getState().quote),
        saving: 'saved',
        failure: null,
        refusal: null,
      });
    },
    settled,
  };
}
