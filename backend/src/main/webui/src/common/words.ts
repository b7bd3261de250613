/** A value of any kind as one line; what has parts as JSON. */
export function wordOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
