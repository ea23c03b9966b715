import { expose } from 'comlink';
import { createJournalWorker } from '../journal/journal-worker';

/** The journal's files beside the main thread: flushing waits for the disk. */
expose(createJournalWorker());
