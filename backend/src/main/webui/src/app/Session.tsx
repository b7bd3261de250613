import { createContext, useContext, useMemo, type ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { newClient, tenantOf, type Client } from '../api/client';

const ClientContext = createContext<Client | undefined>(undefined);

/** The tenant comes from the page's address and goes along with every request. */
export function Session({ children }: { children: ReactNode }) {
  const [parameters] = useSearchParams();
  const tenant = tenantOf(parameters.toString());
  const client = useMemo(() => newClient(tenant), [tenant]);
  return <ClientContext.Provider value={client}>{children}</ClientContext.Provider>;
}

export function useClient(): Client {
  const client = useContext(ClientContext);
  if (client === undefined) throw new Error('No session');
  return client;
}

/** An address of the dashboard for the tenant that is looked at. */
export function useAddress(): (path: string, parameters?: Record<string, string>) => string {
  const { tenant } = useClient();
  return (path, parameters = {}) => {
    const query = new URLSearchParams({ ...(tenant === undefined ? {} : { tenant }), ...parameters }).toString();
    return query === '' ? path : `${path}?${query}`;
  };
}
