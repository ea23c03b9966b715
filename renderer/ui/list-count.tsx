import { Text } from '@mantine/core';
import type { ReactNode } from 'react';

/** How many a filtered list shows, at the end of its toolbar. */
export function ListCount({ children }: { readonly children: ReactNode }) {
  return (
    <Text span c="dimmed" ml="auto" className="tabular" aria-live="polite">
      {children}
    </Text>
  );
}
