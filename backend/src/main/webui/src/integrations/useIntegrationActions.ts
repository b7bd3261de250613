import { useMutation, useQueryClient } from '@tanstack/react-query';
import { patch } from '../api/client';
import type { Integration } from '../api/types';
import { useKey } from '../app/queries';
import { useClient } from '../app/Session';
import { useToasts } from '../app/Toasts';

export const INTEGRATIONS = '/api/integrations';

/** What can be done with an integration that exists; each tells how it went. */
export function useIntegrationActions() {
  const client = useClient();
  const key = useKey();
  const queries = useQueryClient();
  const { say, fail } = useToasts();
  const refresh = async (id?: string) => {
    await queries.invalidateQueries({ queryKey: key(INTEGRATIONS) });
    if (id !== undefined) await queries.invalidateQueries({ queryKey: key(`${INTEGRATIONS}/${id}`) });
  };
  const enable = useMutation({
    mutationFn: ({ integration, enabled }: { integration: Integration; enabled: boolean }) =>
      client.PATCH('/api/integrations/{id}', { params: { path: { id: integration.id } }, body: patch({ enabled }) }),
    onSuccess: async (_, { integration, enabled }) => {
      await refresh(integration.id);
      say(`“${integration.name}” is ${enabled ? 'enabled' : 'disabled'}`);
    },
    onError: (error) => fail('It was not changed', error),
  });
  const remove = useMutation({
    mutationFn: ({ integration, withEvents }: { integration: Integration; withEvents: boolean }) =>
      client.DELETE('/api/integrations/{id}', {
        params: { path: { id: integration.id }, query: withEvents ? { events: 'delete' } : {} },
      }),
    onSuccess: async (_, { integration, withEvents }) => {
      await refresh();
      say(`“${integration.name}” is deleted${withEvents ? ', with its events' : '; its events stay'}`);
    },
    onError: (error) => fail('It was not deleted', error),
  });
  return { enable, remove, refresh };
}
