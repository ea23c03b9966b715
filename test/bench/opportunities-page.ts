// What opportunities-bench.ts measures, inside a browser.
import type { Activity } from '../../shared/domain/deal/activity';
import { stages, type Opportunity } from '../../shared/domain/deal/opportunity';
import { forecastOf, forecastTotals } from '../../shared/domain/deal/forecast';
import { anActivity, anOpportunity } from '../../shared/mutations/partner-day.test-kit';
import { RecordCollection } from '../../renderer/client/record-collection';
import { ClientDatabase } from '../../renderer/db/database';
import type { RecordRow } from '../../renderer/db/rows';
import { columnsOf } from '../../renderer/features/opportunities/board';
import {
  filterOpportunities,
  noOpportunityFilter,
  searchTexts,
} from '../../renderer/features/opportunities/opportunity-filter';

export interface Figure {
  readonly what: string;
  /** Milliseconds, one for each time. */
  readonly ms: readonly number[];
  readonly floor: string;
  readonly floorMs: readonly number[];
}

const words = ['Backup', 'Модернизация', 'Rozbudowa', '云存储', 'Netzwerk', 'Renewal', 'Campus', 'Удалённый'];
const word = (n: number): string => words[n % words.length] ?? '';

export async function measure(dealCount: number, activityCount: number): Promise<readonly Figure[]> {
  const longest = watchLongTasks();
  const db = new ClientDatabase(`bench-${crypto.randomUUID()}`);
  await db.open();
  const deals = Array.from({ length: dealCount }, (_, n) => aDeal(n));
  await fill(db, 'opportunity', deals);
  await fill(
    db,
    'activity',
    Array.from({ length: activityCount }, (_, n) => activityAbout(n, dealCount)),
  );

  longest.from();
  const opportunities = new RecordCollection(db, 'opportunity');
  const first = await timed(() => told(opportunities, (all) => all.length === dealCount));
  const tasks = new RecordCollection(db, 'activity', ({ kind, done }) => kind === 'task' && done === null);
  const open = await timed(() => told(tasks, (all) => all.length > 0));
  const held = longest.ms();
  const plainRead = await timed(() => db.records.where('type').equals('opportunity').toArray());
  const plainActivities = await timed(() => db.records.where('type').equals('activity').toArray());
  const figures = [
    figure(`read ${dealCount} deals`, [first], 'one plain read', [plainRead]),
    figure(`find open tasks in ${activityCount} activities`, [open], 'one plain read', [plainActivities]),
    figure('longest hold of the screen meanwhile', [held], 'a frame', [16.7]),
  ];

  const about: number[] = [];
  const plainGet: number[] = [];
  const change: number[] = [];
  const plainPut: number[] = [];
  for (let n = 0; n < 30; n += 1) {
    const deal = aDeal(n);
    about.push(await timed(() => db.records.where('value.about.id').equals(deal.id).toArray()));
    plainGet.push(await timed(() => db.records.get(['opportunity', deal.id])));
    const changed = { ...deal, nextStep: `step ${String(n)}` };
    change.push(
      await timed(async () => {
        const seen = told(opportunities, (all) => all.some(({ nextStep }) => nextStep === changed.nextStep));
        await db.records.put(row('opportunity', changed));
        await seen;
      }),
    );
    plainPut.push(await timed(() => db.records.put(row('activity', activityAbout(n, dealCount)))));
  }
  figures.push(figure('timeline of one deal', about, 'one plain get', plainGet));
  figures.push(figure('one deal changed, list told', change, 'one plain put', plainPut));

  const all = opportunities.snapshot() ?? [];
  const textOf = searchTexts((id) => `Customer ${id}`);
  const context = { today: '2026-11-22', textOf, forecastOf };
  const plainFilter = () => all.filter(({ stage }) => stage === 'proposal');
  const each = (work: () => unknown, times = 50) => Array.from({ length: times }, () => timedNow(work));
  const searched = (text: string) => () =>
    filterOpportunities(all, { ...noOpportunityFilter, text }, context).length;
  const floor = each(plainFilter);
  figures.push(figure('first search', each(searched('сеть 17'), 1), 'a plain filter', floor));
  figures.push(figure('search, two words', each(searched('модерн 17')), 'a plain filter', floor));
  figures.push(
    figure(
      'board',
      each(() => columnsOf(all)),
      'a plain filter',
      floor,
    ),
  );
  figures.push(
    figure(
      'forecast',
      each(() => forecastTotals(all, null)),
      'a plain filter',
      floor,
    ),
  );
  opportunities.close();
  tasks.close();
  db.close();
  return figures;
}

const figure = (what: string, ms: readonly number[], floor: string, floorMs: readonly number[]): Figure => ({
  what,
  ms,
  floor,
  floorMs,
});

function aDeal(n: number): Opportunity {
  const stage = stages[n % stages.length] ?? 'prospecting';
  return anOpportunity({
    id: `opp-${String(n)}`,
    accountId: `account-${String(n % 2_000)}`,
    name: `${word(n)} ${word(n >> 3)} ${String(n)}`,
    stage,
    amount: `${String((n * 7_919) % 900_000)}.${String(n % 100).padStart(2, '0')}`,
    currency: ['EUR', 'PLN', 'KZT', 'CNY'][n % 4] ?? 'EUR',
    closeOn: `2026-${String((n % 12) + 1).padStart(2, '0')}-15`,
    notes: word(n).repeat(20),
  });
}

const activityAbout = (n: number, dealCount: number): Activity =>
  anActivity({
    id: `activity-${String(n)}`,
    kind: n % 10 === 0 ? 'task' : 'call',
    about: { type: 'opportunity', id: `opp-${String(n % dealCount)}` },
    subject: `${word(n)} ${String(n)}`,
    text: word(n).repeat(20),
    done: n % 20 === 0 ? { by: 'rep-1', at: '2026-03-01T08:00:00.000Z' } : null,
  });

const row = <T extends 'opportunity' | 'activity'>(
  type: T,
  value: T extends 'opportunity' ? Opportunity : Activity,
): RecordRow => ({ type, id: value.id, value, serverVersion: 1, pending: [] });

async function fill<T extends 'opportunity' | 'activity'>(
  db: ClientDatabase,
  type: T,
  records: readonly (T extends 'opportunity' ? Opportunity : Activity)[],
): Promise<void> {
  for (let at = 0; at < records.length; at += 5_000) {
    await db.records.bulkPut(records.slice(at, at + 5_000).map((record) => row(type, record)));
  }
}

/** Resolves when the collection shows what is waited for. */
function told<T extends 'opportunity' | 'activity'>(
  collection: RecordCollection<T>,
  isThere: (all: NonNullable<ReturnType<RecordCollection<T>['snapshot']>>) => boolean,
): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      const all = collection.snapshot();
      if (!all || !isThere(all)) return;
      stop();
      resolve();
    };
    const stop = collection.subscribe(look);
  });
}

async function timed(work: () => PromiseLike<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

function timedNow(work: () => unknown): number {
  const began = performance.now();
  work();
  return performance.now() - began;
}

function watchLongTasks(): { from: () => void; ms: () => number } {
  let longest = 0;
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
  });
  observer.observe({ type: 'longtask' });
  return {
    from: () => {
      observer.takeRecords();
      longest = 0;
    },
    ms: () => {
      for (const { duration } of observer.takeRecords()) longest = Math.max(longest, duration);
      return longest;
    },
  };
}
