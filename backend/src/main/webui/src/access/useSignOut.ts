import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useClient } from '../app/Session';
import { useToasts } from '../app/Toasts';

/** Nothing that was read stays in memory. */
export function useSignOut() {
  const client = useClient();
  const queries = useQueryClient();
  const { fail } = useToasts();
  return useMutation({
    mutationFn: () => client.DELETE('/api/session'),
    onSuccess: () => queries.resetQueries(),
    onError: (error) => fail('You are still signed in', error),
  });
}
