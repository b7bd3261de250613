export interface Change {
  /** Where, e.g. `data.conclusion`. */
  path: string;
  before: unknown;
  after: unknown;
}

/** What every state tells anew without a change of the thing itself. */
const NOT_TOLD = new Set(['revision', 'updatedAt', 'receivedAt', 'asOf', 'id', 'tenantId']);

/** What differs between two states of one event; objects field by field, lists as wholes. */
export function changesBetween(before: Record<string, unknown>, after: Record<string, unknown>, path = ''): Change[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (key) => path !== '' || !NOT_TOLD.has(key),
  );
  return keys.flatMap((key) => {
    const [a, b] = [before[key] ?? null, after[key] ?? null];
    const place = path === '' ? key : `${path}.${key}`;
    if (isObject(a) && isObject(b)) return changesBetween(a, b, place);
    return JSON.stringify(a) === JSON.stringify(b) ? [] : [{ path: place, before: a, after: b }];
  });
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
