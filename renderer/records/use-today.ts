import { useEffect, useState } from 'react';
import { dayInZone } from '#shared/lib/clock';
import { usePartner } from '../client/hooks';

/** The calendar day it is where the partner works (PR-30), kept right over midnight. */
export function useToday(): string {
  const timeZone = usePartner()?.timeZone ?? new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 60_000);
    return () => clearInterval(timer);
  }, []);
  return dayInZone(now, timeZone);
}
