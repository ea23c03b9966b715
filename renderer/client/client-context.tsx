import { createContext, use, type ReactElement, type ReactNode } from 'react';
import type { Client } from './client';

const ClientContext = createContext<Client | null>(null);

export function ClientProvider({
  client,
  children,
}: {
  readonly client: Client;
  readonly children: ReactNode;
}): ReactElement {
  return <ClientContext value={client}>{children}</ClientContext>;
}

/** The signed-in person's client. Only screens inside ClientProvider may ask. */
export function useClient(): Client {
  const client = use(ClientContext);
  if (!client) throw new Error('useClient outside ClientProvider');
  return client;
}
