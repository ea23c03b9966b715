export interface PlantedBug {
  readonly name: string;
  /** The rule it breaks. */
  readonly rule: string;
  readonly edits: readonly {
    readonly file: string;
    /** Occurs once in the file; else the list is out of date. */
    readonly find: string;
    readonly replace: string;
  }[];
}

const bug = (name: string, rule: string, file: string, find: string, replace: string): PlantedBug => ({
  name,
  rule,
  edits: [{ file, find, replace }],
});

/** Mistakes that somebody could make in the code under test: each must be caught by the schedules. */
export const plantedBugs: readonly PlantedBug[] = [
  {
    name: 'skip-the-gap-check',
    rule: 'SY-3',
    edits: [
      { file: 'server/modules/sync/push.service.ts', find: 'if (sent.seq > wanted) break;', replace: '' },
      {
        file: 'server/modules/sync/push.service.ts',
        find: 'if (sent.seq === wanted) news.push(sent);',
        replace: 'if (sent.seq >= wanted) news.push(sent);',
      },
    ],
  },
  bug(
    'skip-seq-idempotency',
    'SY-3',
    'server/modules/sync/push.service.ts',
    'if (sent.seq === wanted) news.push(sent);',
    'news.push(sent);',
  ),
  bug(
    'do-an-edit-again',
    'SY-15',
    'server/modules/sync/push-run.ts',
    'if (before === undefined) return decide(sent);',
    'if (before !== null) return decide(sent);',
  ),
  bug(
    'no-tenant-lock',
    'SY-6',
    'server/modules/sync/repository.ts',
    ".where('partner_id', '=', partnerId)\n    .forUpdate()",
    ".where('partner_id', '=', partnerId)",
  ),
  bug(
    'drop-a-tombstone',
    'SY-6',
    'server/modules/sync/pull.service.ts',
    'tombstones: request.cookie !== null || request.page !== null,',
    'tombstones: false,',
  ),
  bug(
    'another-partners-cookie',
    'SY-6',
    'server/modules/sync/cookie.ts',
    'partnerId === realm.partnerId &&',
    '',
  ),
  bug(
    'missing-savepoint',
    'SY-16',
    'server/modules/sync/push.service.ts',
    'if (error instanceof MutationBroke) return push(true);',
    '',
  ),
  bug(
    'the-server-forgets-refusals',
    'SY-4',
    'server/modules/sync/push-run.ts',
    'await keepRefusal(sent, decided.error);',
    '',
  ),
  bug(
    'forget-refusals',
    'SY-4',
    'renderer/sync/pull.ts',
    'await keepRefusals(db, now, refused, records);',
    '',
  ),
  bug(
    'cookie-before-the-records',
    'SY-5',
    'renderer/sync/pull.ts',
    "if (answer.value.kind === 'patch') {",
    "if (answer.value.kind === 'patch') {\n      if (answer.value.nextPage === null) await setMeta(db, 'cookie', answer.value.cookie);",
  ),
  bug(
    'apply-a-page-before-the-last',
    'SY-5',
    'renderer/sync/pull.ts',
    "if (answer.value.kind === 'patch') {",
    "if (answer.value.kind === 'patch') {\n      for (const { type, id, version, record } of answer.value.changes)\n        if (record) await db.records.put({ type, id, value: record, serverVersion: version, pending: [] } as never);",
  ),
  bug(
    'reset-clears-the-outbox',
    'SY-6',
    'renderer/sync/pull.ts',
    'resets += 1;',
    'resets += 1;\n    await db.outbox.clear();',
  ),
  bug(
    'lose-the-outbox-at-push',
    'SY-3',
    'renderer/sync/push.ts',
    ".modify({ state: 'sent' });",
    '.delete();',
  ),
  bug(
    'another-business-id-on-retry',
    'SY-3',
    'renderer/sync/push.ts',
    '    args,\n    businessId,\n    capturedAt,',
    "    args: name === 'placeOrder' ? { ...(args as object), businessId: crypto.randomUUID() } : args,\n    businessId,\n    capturedAt,",
  ),
  bug(
    'rebase-without-shadow',
    'SY-5',
    'renderer/sync/rebase.ts',
    'value: pending.length > 0 ? (shadow ?? null) : value,',
    'value,',
  ),
  bug(
    'rebase-in-the-wrong-order',
    'SY-5',
    'renderer/sync/rebase.ts',
    'for (const entry of pending) {',
    'for (const entry of [...pending].reverse()) {',
  ),
  bug(
    'new-client-forgets-the-queue',
    'SY-3',
    'renderer/sync/new-client.ts',
    'await db.outbox.bulkAdd([...renumbered]);',
    '',
  ),
  bug(
    'old-store-taken-for-the-newest',
    'SY-15',
    'renderer/sync/new-client.ts',
    'if (lastSeq > tried || lastSeq < confirmed) return false;',
    'if (lastSeq >= 0) return true;',
  ),
  bug(
    'settle-the-journal-too-early',
    'SY-2',
    'renderer/journal/watch-settled.ts',
    "const done = unsettled.filter((entry) => standing(store, entry) === 'done');",
    'const done = unsettled.filter((entry) => standing(store, entry) !== null);',
  ),
  bug(
    'saved-before-the-journal',
    'SY-2',
    'renderer/db/journaled.ts',
    'await Dexie.waitFor(() => append(journal, entries));',
    'setTimeout(() => void append(journal, entries).catch(() => undefined), 200);',
  ),
  bug(
    'switch-before-the-last-chunk',
    'SY-7',
    'renderer/sync/snapshots.ts',
    'await db.snapshots.put({ kind, id, version, manifest, signed, complete: 0, offered });',
    'await db.snapshots.put({ kind, id, version, manifest, signed, complete: 1, offered });',
  ),
  {
    name: 'send-as-whoever-is-signed-in',
    rule: 'SY-12',
    // Either of the two would notice alone.
    edits: [
      {
        file: 'renderer/sync/sync-round.ts',
        find: 'const exchange = [checkSession, ',
        replace: 'const exchange = [',
      },
      {
        file: 'renderer/sync/sync-round.ts',
        find: 'fetch: madeFor(context.session.userId, context.fetch)',
        replace: 'fetch: context.fetch',
      },
    ],
  },
  bug(
    'merge-money',
    'SY-13',
    'shared/mutations/guarded-edit.ts',
    "return seen !== undefined && record !== undefined && (record.lastEdit ?? '') !== seen;",
    'return seen !== undefined && record === undefined;',
  ),
  bug(
    'conflict-drops-the-others-value',
    'SY-14',
    'shared/mutations/merge-edit.ts',
    "{ type: 'editConflict', id: conflictId, record: conflict },",
    '',
  ),
  bug(
    'notes-drop-a-line',
    'SY-14',
    'shared/domain/deal/merge-lines.ts',
    'return (merged && holdsAll(merged, ...texts) ? merged : allLinesOf(texts[1], texts[2])).join(',
    'return (merged && holdsAll(merged, ...texts) ? texts[1] : allLinesOf(texts[1], texts[2])).join(',
  ),
];
