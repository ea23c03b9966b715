import type { Session } from '#shared/protocol/session';
import type { Database } from '../../db/database';

export type SessionRepository = ReturnType<typeof sessionRepository>;

export function sessionRepository(database: Database) {
  return {
    findCredentials: (email: string) =>
      database
        .selectFrom('user_account')
        .select(['user_id', 'password_hash'])
        .where('email', '=', email)
        .executeTakeFirst(),

    findSession: async (
      tokenHash: string,
      now: Date,
    ): Promise<{ session: Session; expiresAt: Date } | undefined> => {
      const row = await database
        .selectFrom('session')
        .innerJoin('user_account', 'user_account.user_id', 'session.user_id')
        .innerJoin('tenant', 'tenant.partner_id', 'user_account.partner_id')
        .where('session.token_hash', '=', tokenHash)
        .where('session.expires_at', '>', now)
        .select(['user_account.user_id as userId', 'user_account.partner_id as partnerId'])
        .select(['user_account.name', 'email', 'role', 'language'])
        .select(['tenant.name as partnerName', 'session.expires_at as expiresAt'])
        .executeTakeFirst();
      if (!row) return undefined;
      const { expiresAt, ...session } = row;
      return { session, expiresAt };
    },

    addSession: async (row: {
      token_hash: string;
      user_id: string;
      created_at: Date;
      expires_at: Date;
    }): Promise<void> => {
      await database.insertInto('session').values(row).execute();
    },

    extendSession: async (tokenHash: string, expiresAt: Date): Promise<void> => {
      await database
        .updateTable('session')
        .set({ expires_at: expiresAt })
        .where('token_hash', '=', tokenHash)
        .execute();
    },

    findOpen: async (tokenHashes: readonly string[], now: Date): Promise<ReadonlySet<string>> => {
      if (tokenHashes.length === 0) return new Set();
      const rows = await database
        .selectFrom('session')
        .select('token_hash')
        .where('token_hash', 'in', tokenHashes)
        .where('expires_at', '>', now)
        .execute();
      return new Set(rows.map((row) => row.token_hash));
    },

    removeSession: async (tokenHash: string): Promise<void> => {
      await database.deleteFrom('session').where('token_hash', '=', tokenHash).execute();
    },
  };
}
