import { Dexie, type DexieOptions, type Table } from 'dexie';
import type { RecordType } from '#shared/domain/records';
import type { SnapshotKind } from '#shared/protocol/snapshot';
import type { MetaRow, MetaValues } from './meta';
import { allMigrations } from './migrations/all-migrations';
import type {
  AsideRow,
  AttachmentBytesRow,
  AttachmentRow,
  AttentionRow,
  ChunkRow,
  DraftRow,
  OutboxRow,
  PartedRow,
  RecordRow,
  SnapshotRow,
  StagedPage,
} from './rows';

/** Everything one person has on this device. Another person's work lives in another database and is never seen or sent (SY-12). */
export class ClientDatabase extends Dexie {
  declare readonly records: Table<RecordRow, [RecordType, string]>;
  declare readonly outbox: Table<OutboxRow, number>;
  declare readonly attention: Table<AttentionRow, string>;
  declare readonly parted: Table<PartedRow, [RecordType, string]>;
  declare readonly meta: Table<MetaRow, keyof MetaValues>;
  declare readonly staged: Table<StagedPage, number>;
  declare readonly aside: Table<AsideRow, [string, string]>;
  declare readonly snapshots: Table<SnapshotRow, [SnapshotKind, string, number]>;
  declare readonly chunks: Table<ChunkRow, string>;
  declare readonly attachments: Table<AttachmentRow, string>;
  declare readonly attachmentBytes: Table<AttachmentBytesRow, string>;
  declare readonly drafts: Table<DraftRow, string>;

  constructor(name: string, options?: DexieOptions) {
    // Chromium's default may lose the last transactions when the power goes; what was said to be saved must not be among them.
    // What is read is never changed in place: screens may share it, where a copy for each would cost a long quote dearly at every keystroke.
    super(name, { chromeTransactionDurability: 'strict', cache: 'immutable', ...options });
    for (const { version, stores, upgrade } of allMigrations) {
      const step = this.version(version).stores({ ...stores });
      if (upgrade) step.upgrade(upgrade);
    }
  }
}

export const databaseName = (userId: string): string => `fieldquote-${userId}`;
