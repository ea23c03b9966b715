import { expose } from 'comlink';
import { tableFileWorker } from './table-file';

/** Files to import are read and planned beside the main thread. */
expose(tableFileWorker);
