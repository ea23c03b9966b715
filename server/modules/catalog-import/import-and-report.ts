import { writeFile } from 'node:fs/promises';
import type { Clock } from '../../clock';
import type { Database } from '../../db/database';
import type { ChunkStore } from '../snapshots/chunk-store';
import { DistributionExposed } from '../snapshots/distribution';
import type { Published } from '../snapshots/publish';
import { explainFile, explainRow } from './explain';
import type { ImportOptions } from './options';
import { readFile } from './read-file';
import { publishImport } from './service';

/** Imports a price list and tells the operator what became of every row. False when nothing of the file could be used. */
export async function importAndReport(
  database: Database,
  chunks: ChunkStore,
  options: ImportOptions,
  clock: Clock,
  print: (line: string) => void,
): Promise<boolean> {
  const read = await readFile(options);
  if (!read.ok) {
    print(`Import of ${options.file} failed, nothing was published: ${explainFile(read.error)}.`);
    return false;
  }
  const { rows, good, bad, encoding, damagedLines } = read.value;
  const published = await publishImport(database, chunks, options, good, clock()).catch((error: unknown) => {
    if (error instanceof DistributionExposed) return error;
    throw error;
  });
  if (published instanceof DistributionExposed) {
    print(`Import of ${options.file} failed, nothing was published: ${published.message}.`);
    return false;
  }
  const { book, catalog } = published;
  print(
    `Import of ${options.file} (${encoding === 'latin1' ? 'Latin-1' : 'UTF-8'}): ${rows} rows, ${good.length} good, ${bad.length} bad.`,
  );
  print(`Price book ${options.bookId}: ${told(book)}. Catalog ${options.catalogId}: ${told(catalog)}.`);
  if (damagedLines.length > 0) {
    const some = damagedLines.slice(0, 10).join(', ');
    const more = damagedLines.length > 10 ? ', ...' : '';
    print(
      `${damagedLines.length} good rows had characters that were lost before this file was written (lines ${some}${more}); they are published without them.`,
    );
  }
  if (bad.length > 0) print('Bad rows, not published:');
  for (const row of bad) print(`  ${explainRow(row)}`);
  if (options.report !== null) {
    await writeFile(
      options.report,
      `${JSON.stringify({ rows, good: good.length, bad, damagedLines }, null, 2)}\n`,
    );
  }
  return true;
}

const told = ({ version, isNew }: Published): string =>
  isNew ? `version ${version} published` : `nothing changed, version ${version} stays`;
