import type { Integration, RateLimit } from '../api/types';

const DAY = 86_400_000;
const SOON_DAYS = 14;
const LOW = 0.2;

/** Undefined while there is time. */
export function expiryWarning(expiresAt: string, now: number): string | undefined {
  const left = new Date(expiresAt).getTime() - now;
  if (left <= 0) return 'The credentials have expired on';
  return left < SOON_DAYS * DAY ? 'The credentials will soon expire:' : undefined;
}

export interface Quota extends RateLimit {
  resource: string;
  share: number;
}

/** The resource of which the least is left. */
export function scarcest(rateLimit: Integration['rateLimit']): Quota | undefined {
  return Object.entries(rateLimit ?? {})
    .filter(([, it]) => it.limit > 0)
    .map(([resource, it]) => ({ ...it, resource, share: it.remaining / it.limit }))
    .sort((a, b) => a.share - b.share)[0];
}

export const isLow = (quota: Quota) => quota.share < LOW;
