import { useMemo } from 'react';
import { usePartner, useRecords } from '../../client/hooks';
import type { Mentionable } from './mentions';

/** Whom a partner's person can name: colleagues, and the vendor's people who look after the partner. By name. */
export function usePeople(): readonly Mentionable[] {
  const colleagues = useRecords('person');
  const contacts = usePartner()?.vendorContacts;
  return useMemo(() => {
    const own = (colleagues ?? []).map(({ id, name }) => ({ id, name, side: 'partner' as const }));
    const vendors = (contacts ?? []).map(({ userId, name }) => ({
      id: userId,
      name,
      side: 'vendor' as const,
    }));
    return [...own, ...vendors].toSorted((a, b) => a.name.localeCompare(b.name));
  }, [colleagues, contacts]);
}
