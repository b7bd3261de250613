import type { FieldVisibility } from '../api/types';

/** The settings with a change, as the backend will have them. */
export function changed(
  before: FieldVisibility,
  connector: string,
  type: string,
  changes: Record<string, boolean | null>,
): FieldVisibility {
  const fields = { ...before[connector]?.[type] };
  for (const [field, shown] of Object.entries(changes)) {
    if (shown === null) delete fields[field];
    else fields[field] = shown;
  }
  return { ...before, [connector]: { ...before[connector], [type]: fields } };
}
