import { sql } from 'kysely';
import type { Queries } from '../../../db/database';

type Sequence =
  | 'vendor_order_number'
  | 'special_bid_number'
  | 'deal_registration_number'
  | 'contract_number'
  | 'renewal_quote_number'
  | 'vendor_lead_number';

/** The next number of a database sequence. One that is not used in the end is left out: numbers are unique, not without gaps. */
export async function nextNumber(queries: Queries, sequence: Sequence): Promise<number> {
  const { rows } = await sql<{ number: number }>`select nextval(${sequence}::regclass) as number`.execute(
    queries,
  );
  const number = rows[0]?.number;
  if (number === undefined) throw new Error(`The sequence ${sequence} gave nothing`);
  return number;
}
