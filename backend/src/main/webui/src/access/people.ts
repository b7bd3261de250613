import { rolesToGive } from './keys';

const BROWSERS: [RegExp, string][] = [
  [/Edg\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/Firefox\//, 'Firefox'],
  [/Chrom(e|ium)\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];
const SYSTEMS: [RegExp, string][] = [
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS/, 'macOS'],
  [/Linux/, 'Linux'],
];

/** As much of what a browser says of itself as people know it by. */
export function browserName(userAgent: string | null): string {
  if (userAgent === null) return 'unknown';
  const [browser, system] = [BROWSERS, SYSTEMS].map((list) => list.find(([sign]) => sign.test(userAgent))?.[1]);
  if (browser === undefined) return userAgent;
  return system === undefined ? browser : `${browser} on ${system}`;
}

/** Whether the role may change who has the other. */
export function manages(role: string | null, other: string): boolean {
  return role === 'operator' || rolesToGive(role).some(([value]) => value === other);
}

/** Where an invitation is accepted; behind the # it is sent to no server. */
export function invitationLink(origin: string, token: string): string {
  return `${origin}/invitation#${token}`;
}
