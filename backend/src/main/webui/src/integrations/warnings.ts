import type { Integration } from '../api/types';

const DAY = 86_400_000;
const SOON_DAYS = 14;
const LOW = 0.2;

/** Undefined while there is time. */
export function expiryWarning(expiresAt: string, now: number): string | undefined {
  const left = new Date(expiresAt).getTime() - now;
  if (left <= 0) return 'The credentials have expired on';
  return left < SOON_DAYS * DAY ? 'The credentials will soon expire:' : undefined;
}

export interface Quota {
  resource: string;
  limit: number;
  remaining: number;
  resetAt: string | null;
  /** How much is left, of 1. */
  share: number;
}

export function quotasOf(rateLimit: Integration['rateLimit']): Quota[] {
  return Object.entries(rateLimit ?? {}).map(([resource, { limit = 0, remaining = 0, resetAt = null }]) => ({
    resource,
    limit,
    remaining,
    resetAt,
    share: limit > 0 ? remaining / limit : 0,
  }));
}

/** The resource of which the least is left. */
export function scarcest(rateLimit: Integration['rateLimit']): Quota | undefined {
  return quotasOf(rateLimit)
    .filter((it) => it.limit > 0)
    .sort((a, b) => a.share - b.share)[0];
}

export const isLow = (quota: Quota) => quota.share < LOW;
