import { expose } from 'comlink';
import { tableWriter } from './table-writer';

/** Lists are written as files beside the main thread. */
expose(tableWriter);
