import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import { keyText, type RecordOf, type RecordType } from '#shared/domain/records';
import type { Partner, Person } from '#shared/domain/partner/partner';
import type { PartnerTerms } from '#shared/domain/pricing/partner-terms';
import type { PriceBookHeader } from '#shared/domain/pricing/price-book';
import type { AttentionRow } from '../db/rows';
import type { SyncStatus } from '../sync/sync-controller';
import { useClient } from './client-context';
import { recordStates, type RecordState } from './record-state';

/** Reads live and never shows the answer to an earlier question: undefined while loading. */
function useLive<T>(question: string, read: () => Promise<T>): T | undefined {
  const answer = useLiveQuery(async () => ({ question, value: await read() }), [question]);
  return answer?.question === question ? answer.value : undefined;
}

/** One record, live. undefined: loading; null: there is none (or no id was given). */
export function useRecord<T extends RecordType>(
  type: T,
  id: string | null | undefined,
): RecordOf<T> | null | undefined {
  const { db } = useClient();
  return useLive(`${db.name} ${type}:${id ?? ''}`, async () => {
    if (id === null || id === undefined) return null;
    const row = await db.records.get([type, id]);
    return (row?.value ?? null) as RecordOf<T> | null;
  });
}

/** Every record of a type, live, in no particular order. undefined: loading. Read once for all who ask; a change costs what it changed. */
export function useRecords<T extends RecordType>(type: T): readonly RecordOf<T>[] | undefined {
  const collection = useClient().collections.ofType(type);
  return useSyncExternalStore(collection.subscribe, collection.snapshot);
}

/** Tasks that nobody has done yet, live. undefined: loading. */
export function useOpenTasks(): readonly RecordOf<'activity'>[] | undefined {
  const collection = useClient().collections.openTasks();
  return useSyncExternalStore(collection.subscribe, collection.snapshot);
}

/** The records that are about one thing, live, by an index: what is about anything else is not read. undefined: loading. */
export function useRecordsAbout<T extends 'activity' | 'message' | 'readMark'>(
  type: T,
  about: { readonly type: string; readonly id: string },
): readonly RecordOf<T>[] | undefined {
  const { db } = useClient();
  return useLive(`${db.name} ${type} about ${about.type}:${about.id}`, async () => {
    const rows = await db.records.where('value.about.id').equals(about.id).toArray();
    return rows.flatMap((row) => {
      const value = row.type === type ? (row.value as RecordOf<T> | null) : null;
      return value?.about.type === about.type ? [value] : [];
    });
  });
}

/** The partner this person works for. undefined while loading, before the first pull, and for the vendor's people. */
export function usePartner(): Partner | undefined {
  return useRecord('partner', useClient().session.partnerId) ?? undefined;
}

/** The signed-in person's own record. undefined while loading and before the first pull. */
export function useMe(): Person | undefined {
  return useRecord('person', useClient().session.userId) ?? undefined;
}

/** All that the vendor agreed with this partner. undefined while loading. */
export function useTerms(): PartnerTerms | undefined {
  const agreements = useRecords('agreement');
  const promotions = useRecords('promotion');
  const dealRegistrations = useRecords('dealRegistration');
  const specialBids = useRecords('specialBid');
  const contracts = useRecords('contract');
  return useMemo(
    () =>
      agreements && promotions && dealRegistrations && specialBids && contracts
        ? { agreements, promotions, dealRegistrations, specialBids, contracts }
        : undefined,
    [agreements, promotions, dealRegistrations, specialBids, contracts],
  );
}

export function useSyncStatus(): SyncStatus {
  return useStore(useClient().sync.status);
}

/** Where a record stands with the server. `accepted` also while loading. */
export function useRecordState(type: RecordType, id: string): RecordState {
  const { db } = useClient();
  const key = keyText({ type, id });
  const state = useLive(`${db.name} ${key}`, async () => {
    const [outbox, attention, parted] = await Promise.all([
      db.outbox.where('touches').equals(key).toArray(),
      db.attention.where('touches').equals(key).toArray(),
      db.parted.get([type, id]),
    ]);
    const open = parted?.open === 1 ? [parted] : [];
    return recordStates(type, outbox, attention.filter(isOpen), open).get(id);
  });
  return state ?? 'accepted';
}

const noStates: ReadonlyMap<string, RecordState> = new Map();

/** The states of a type's records that are not simply accepted, by id. Empty while loading. */
export function useRecordStates(type: RecordType): ReadonlyMap<string, RecordState> {
  const { db } = useClient();
  const states = useLive(`${db.name} ${type}`, async () => {
    const [outbox, attention, parted] = await Promise.all([
      db.outbox.toArray(),
      db.attention.where('open').equals(1).toArray(),
      db.parted.where('open').equals(1).toArray(),
    ]);
    return recordStates(type, outbox, attention, parted);
  });
  return states ?? noStates;
}

const isOpen = ({ open }: AttentionRow): boolean => open === 1;

/** Refused work (SY-4), newest first; resolved items stay and come last. undefined: loading. */
export function useAttention(): readonly AttentionRow[] | undefined {
  const { db } = useClient();
  return useLive(db.name, async () => {
    const rows = await db.attention.toArray();
    return rows.toSorted((a, b) => b.open - a.open || b.seq - a.seq);
  });
}

/** Price books on this device, the newest complete version of each, by name. undefined: loading. */
export function useBooks(): readonly PriceBookHeader[] | undefined {
  const { catalog, db } = useClient();
  const versions = useLive(db.name, async () => {
    const keys = await db.snapshots.where('complete').equals(1).primaryKeys();
    return keys.map((key) => key.join(' ')).join(', ');
  });
  return useLive(`${db.name} ${versions ?? ''}`, () => catalog.books());
}

const noVersions: readonly number[] = [];

/** Which versions of the book are on this device as a whole, rising, live. undefined: loading. */
export function useVersionsOnDevice(bookId: string | undefined): readonly number[] | undefined {
  const { db } = useClient();
  const versions = useLive(`${db.name} ${bookId ?? ''}`, async () => {
    if (bookId === undefined) return noVersions;
    const rows = await db.snapshots.where('[kind+id]').equals(['price-book', bookId]).toArray();
    return rows.flatMap(({ version, complete }) => (complete === 1 ? [version] : [])).sort((a, b) => a - b);
  });
  // The same object while the versions are the same, however often the table changes during a download.
  const text = versions?.join(' ');
  return useMemo(
    () => (text === undefined ? undefined : text === '' ? noVersions : text.split(' ').map(Number)),
    [text],
  );
}
