import { pbkdf2 } from 'node:crypto';
import { promisify } from 'node:util';
import { sql } from 'kysely';
import {
  keyKinds,
  stretchedBytes,
  stretchedText,
  stretchSalt,
  type KeyKind,
} from '#shared/domain/deal/registration-index/index-hashes';
import type { Queries } from '../../db/database';

/** OPP-5: what a guess costs; see docs/adr/0018. */
export const indexRounds = 2_000;
const stretchSlowly = promisify(pbkdf2);
const atOnce = 500;

/** Makes the slow part of the hash of every key that has none yet, each once for all partners. What is made is kept when it is stopped. */
export async function stretchNewKeys(queries: Queries, stopping?: AbortSignal): Promise<void> {
  for (;;) {
    if (stopping?.aborted) return;
    const news = await queries
      .selectFrom('customer_key')
      .select(['kind', 'key'])
      .distinct()
      .where('kind', '<>', 'near')
      .where('kind', 'in', keyKinds)
      .where('stretched', 'is', null)
      .limit(atOnce)
      .execute();
    const stretched: string[] = [];
    for (const { kind, key } of news) {
      const text = stretchedText(kind as KeyKind, key);
      const bytes = await stretchSlowly(text, stretchSalt, indexRounds, stretchedBytes, 'sha256');
      stretched.push(bytes.toString('base64'));
    }
    const [kinds, keys] = [news.map(({ kind }) => kind), news.map(({ key }) => key)];
    await sql`
      update customer_key set stretched = made.stretched
      from unnest(${sql.val(kinds)}::text[], ${sql.val(keys)}::text[], ${sql.val(stretched)}::text[])
        as made (kind, key, stretched)
      where customer_key.kind = made.kind and customer_key.key = made.key`.execute(queries);
    if (news.length < atOnce) return;
  }
}
