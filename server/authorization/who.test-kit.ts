/** Who can ask: nobody signed in, a partner's people, the vendor's people. */
export const who = ['nobody', 'rep', 'manager', 'channel', 'admin'] as const;
export type Who = (typeof who)[number];

export const signedIn: readonly Who[] = ['rep', 'manager', 'channel', 'admin'];
export const partners: readonly Who[] = ['rep', 'manager'];
export const vendor: readonly Who[] = ['channel', 'admin'];
export const admin: readonly Who[] = ['admin'];

export const worksForPartner = (one: Who): boolean => partners.includes(one);
