import type { Person } from '../api/types';

export const PEOPLE = '/api/people';

export type Kind = 'all' | 'people' | 'bots' | 'left';

export const KINDS: readonly (readonly [Kind, string])[] = [
  ['all', 'Everybody'],
  ['people', 'People'],
  ['bots', 'Bots'],
  ['left', 'Who left'],
];

/** As the API asks for it. */
export function queryOf(search: string, kind: Kind, page: number): Record<string, string> {
  const query: Record<string, string> = { page: String(page), perPage: '50' };
  if (search.trim() !== '') query.q = search.trim();
  if (kind === 'bots') query.bot = 'true';
  if (kind === 'people') query.bot = 'false';
  if (kind === 'left') query.left = 'true';
  return query;
}

/** Since when somebody belongs nowhere any more; null for who belongs somewhere, or never did. */
export function leftAt({ accounts }: Person): string | null {
  if (accounts.some((it) => it.member)) return null;
  return (
    accounts
      .flatMap((it) => (it.leftAt === null ? [] : [it.leftAt]))
      .sort()
      .at(-1) ?? null
  );
}

/** The provider's groups that somebody is in, each once. */
export function groupsOf({ accounts }: Person): string[] {
  return [...new Set(accounts.flatMap((it) => it.groups))].sort((a, b) => a.localeCompare(b));
}
