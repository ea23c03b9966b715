import { ClientDatabase, databaseName } from '../db/database';
import { createCatalogService } from './catalog-service';
import type { CatalogService } from './client';

/** What the catalog worker answers; the main thread calls it through comlink. */
export interface CatalogWorker extends CatalogService {
  /** Once, before anything else. */
  start(userId: string): void;
}

export function createCatalogWorker(): CatalogWorker {
  let service: CatalogService | null = null;
  const started = (): CatalogService => {
    if (!service) throw new Error('the catalog worker was not started');
    return service;
  };
  return {
    start: (userId) => {
      service = createCatalogService(new ClientDatabase(databaseName(userId)));
    },
    books: () => started().books(),
    search: (query) => started().search(query),
    pricingData: (bookId, version, skus) => started().pricingData(bookId, version, skus),
    matchRows: (bookId, version, today, rows) => started().matchRows(bookId, version, today, rows),
  };
}
