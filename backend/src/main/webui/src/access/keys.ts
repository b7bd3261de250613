const ROLES: [string, string][] = [
  ['viewer', 'Viewer: looks'],
  ['member', 'Member: also writes events and saves views'],
  ['admin', 'Admin: also integrations, teams, keys and the audit log'],
  ['owner', "Owner: also owners' keys"],
];

export const ENDS: [string, string][] = [
  ['30', '30 days'],
  ['90', '90 days'],
  ['365', 'a year'],
  ['', 'until it is revoked'],
];

const DAY_MS = 86_400_000;

/** Nobody makes a key of a higher role than their own. */
export function rolesToGive(role: string | null): [string, string][] {
  return ROLES.filter(([value]) => value !== 'owner' || role === 'owner');
}

/** @param days empty for never */
export function endOf(days: string, now: number): string | undefined {
  return days === '' ? undefined : new Date(now + Number(days) * DAY_MS).toISOString();
}
