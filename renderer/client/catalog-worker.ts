import { openDatabase } from '../db/open-database';
import { createCatalogService } from './catalog-service';
import type { CatalogService } from './client';

/** What the catalog worker answers; the main thread calls it through comlink. */
export interface CatalogWorker extends CatalogService {
  /** Once, before anything else, when the person's store is open on the main thread. `writable`: what is found damaged may be marked. */
  start(userId: string, writable: boolean): Promise<void>;
}

export function createCatalogWorker(): CatalogWorker {
  let service: Promise<CatalogService> | null = null;
  const started = (): Promise<CatalogService> => {
    if (!service) throw new Error('the catalog worker was not started');
    return service;
  };
  return {
    start: async (userId, writable) => {
      // Opened by name alone it might be one that was replaced.
      service = openDatabase(userId, { writable }).then(createCatalogService);
      await service;
    },
    books: async () => (await started()).books(),
    search: async (query) => (await started()).search(query),
    pricingData: async (bookId, version, skus) => (await started()).pricingData(bookId, version, skus),
    matchRows: async (bookId, version, today, rows) =>
      (await started()).matchRows(bookId, version, today, rows),
  };
}
