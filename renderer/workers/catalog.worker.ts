import { expose } from 'comlink';
import { createCatalogWorker } from '../client/catalog-worker';

/** Search and price columns beside the main thread. */
expose(createCatalogWorker());
