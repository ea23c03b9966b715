import { useMemo } from 'react';
import { useRecords } from '../client/hooks';

/** Names by id, live: of customers and of colleagues. An id not on this device has no name. */
export function useNames(type: 'account' | 'person'): (id: string) => string | undefined {
  const records = useRecords(type);
  return useMemo(() => {
    const names = new Map(records?.map(({ id, name }) => [id, name]));
    return (id) => names.get(id);
  }, [records]);
}
