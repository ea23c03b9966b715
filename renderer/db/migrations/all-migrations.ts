import { firstTables } from './0001-first-tables';
import { editIds } from './0002-edit-ids';
import { attachments } from './0003-attachments';
import { recordsAbout } from './0004-records-about';
import type { Migration } from './migration';

/** In order; each runs once on every device. */
export const allMigrations: readonly Migration[] = [firstTables, editIds, attachments, recordsAbout];
