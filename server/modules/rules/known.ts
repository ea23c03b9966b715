import { catalogChunkSchema } from '#shared/protocol/snapshot';
import type { KnownToRules } from '#shared/domain/rules/find-rule-problems';
import type { Queries } from '../../db/database';
import { partnersForLeads } from '../leads/repository';
import type { ChunkStore } from '../snapshots/chunk-store';
import { readRows } from '../snapshots/read-rows';
import { newestManifests } from '../snapshots/repository';

const theVendor = { partnerId: 'vendor', role: 'admin' } as const;

/** What rules can name: partners as they are now, and the families of the newest catalogs. */
export interface RuleNames {
  (queries: Queries): Promise<KnownToRules>;
}

/** A catalog version never changes, so its families are read once. */
export function ruleNames(chunks: ChunkStore): RuleNames {
  const familiesOf = new Map<string, Promise<readonly string[]>>();
  return async (queries) => {
    const manifests = await newestManifests(queries, theVendor);
    const families = new Set<string>();
    for (const manifest of manifests.filter(({ kind }) => kind === 'catalog')) {
      const key = `${manifest.id} ${manifest.version}`;
      const read =
        familiesOf.get(key) ??
        readRows(chunks, manifest, catalogChunkSchema).then((products) => [
          ...new Set([...products.values()].map(({ family }) => family)),
        ]);
      familiesOf.set(key, read);
      try {
        for (const family of await read) families.add(family);
      } catch (error) {
        familiesOf.delete(key);
        throw error;
      }
    }
    return { partners: await partnersForLeads(queries), families: [...families].sort() };
  };
}
