import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useClient } from '../app/Session';
import { useToasts } from '../app/Toasts';

/** Nothing that was read stays in memory. Who signed in at a provider is taken there, to be signed out of it too. */
export function useSignOut() {
  const client = useClient();
  const queries = useQueryClient();
  const { fail } = useToasts();
  return useMutation({
    mutationFn: () => client.DELETE('/api/session'),
    onSuccess: async ({ response }) => {
      const provider = response.headers.get('location');
      if (provider === null) await queries.resetQueries();
      else window.location.assign(provider);
    },
    onError: (error) => fail('You are still signed in', error),
  });
}
