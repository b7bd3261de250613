import type { ConnectFlow } from '../api/types';
import { webAddress } from '../common/links';

/** Where the browser goes by itself: a page of ours that sends a form, or the provider's. */
export function wayOn(flow: ConnectFlow): string | undefined {
  if (!flow.leaves || flow.url === null || flow.url === undefined) return undefined;
  return flow.url.startsWith('/a/') ? flow.url : webAddress(flow.url);
}

const REASONS: Record<string, string> = {
  unknown: 'Nothing was begun here that this answers. It may be forged, or of another tenant.',
  used: 'This was answered before, and an answer counts once.',
  another: 'Somebody else began this; only who began it can go on.',
  expired: 'It took longer than the ten minutes that are allowed.',
};

/** Why what the provider sent back was not taken. */
export function reason(why: string | null): string {
  return REASONS[why ?? ''] ?? 'What came back could not be taken.';
}

/** m:ss, never below zero. */
export function left(until: string, now: number): string {
  const seconds = Math.max(0, Math.floor((Date.parse(until) - now) / 1_000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
