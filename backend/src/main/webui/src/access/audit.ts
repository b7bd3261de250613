export interface AuditFilter {
  kind: string;
  actor: string;
  /** A day, as an input of type date has it. */
  from: string;
}

export const NO_FILTER: AuditFilter = { kind: '', actor: '', from: '' };

export const KINDS: [string, string][] = [
  ['', 'everything'],
  ['integration', 'integrations'],
  ['key', 'API keys'],
  ['session', 'sign-ins'],
  ['member', 'members'],
  ['invitation', 'invitations'],
  ['team', 'teams'],
  ['view', 'views'],
  ['webhook', 'webhooks'],
  ['retention', 'retention'],
  ['field visibility', 'fields'],
  ['request', 'other requests'],
];

/** What is not filtered by is not asked for. */
export function auditFilter({ kind, actor, from }: AuditFilter): { kind?: string; actor?: string; from?: string } {
  return {
    ...(kind === '' ? {} : { kind }),
    ...(actor.trim() === '' ? {} : { actor: actor.trim() }),
    ...(from === '' ? {} : { from: new Date(`${from}T00:00:00`).toISOString() }),
  };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A line for each value that differs: `config.note: "one" → "two"`. */
export function change(before: unknown, after: unknown): string {
  return lines('', before ?? undefined, after ?? undefined).join('\n');
}

function lines(path: string, before: unknown, after: unknown): string[] {
  if (isObject(before) || isObject(after)) {
    const [old, changed] = [isObject(before) ? before : {}, isObject(after) ? after : {}];
    const names = [...new Set([...Object.keys(old), ...Object.keys(changed)])];
    return names.flatMap((name) => lines(path === '' ? name : `${path}.${name}`, old[name], changed[name]));
  }
  if (before === undefined && after === undefined) return [];
  const text = (value: unknown) => JSON.stringify(value);
  if (before === undefined) return [`${path}: ${text(after)}`];
  return [after === undefined ? `${path}: ${text(before)} → –` : `${path}: ${text(before)} → ${text(after)}`];
}
