import type { Integration, JsonSchema } from '../api/types';
import { wordOf } from '../common/words';
import { readItems, requiredKeys, splitWords, writeItems, type FormField, type Item } from './schemaForm';

/** What is typed into a form, before it is a configuration. */
export interface Draft {
  name: string;
  tags: string;
  values: Record<string, string | boolean | Item[]>;
  /** By the name of the checkbox that reveals fields. */
  revealed: Record<string, boolean>;
}

export function emptyDraft(fields: readonly FormField[]): Draft {
  return draftOf(fields, { name: '', tags: [], config: defaults(fields) });
}

function defaults(fields: readonly FormField[]): Record<string, unknown> {
  return Object.fromEntries(
    fields.filter((it) => it.schema.default !== undefined).map((it) => [it.key, it.schema.default]),
  );
}

export function draftOf(fields: readonly FormField[], of: Pick<Integration, 'name' | 'tags' | 'config'>): Draft {
  const values = Object.fromEntries(fields.map((field) => [field.key, typed(field, of.config[field.key])]));
  const revealed: Record<string, boolean> = {};
  for (const { key, toggle } of fields) {
    if (toggle !== undefined) revealed[toggle] = (revealed[toggle] ?? false) || of.config[key] != null;
  }
  return { name: of.name, tags: of.tags.join(', '), values, revealed };
}

function typed(field: FormField, value: unknown): string | boolean | Item[] {
  switch (field.kind) {
    case 'secret':
      return ''; // never shown again
    case 'checkbox':
      return value === true;
    case 'items':
      return readItems(field.schema, value);
    case 'words':
      return Array.isArray(value) ? value.join(', ') : wordOf(value);
    default:
      return wordOf(value);
  }
}

/** Whether its checkbox is not ticked. */
export function isHidden(field: FormField, draft: Draft): boolean {
  return field.toggle !== undefined && draft.revealed[field.toggle] !== true;
}

/** The fields as what is filled in makes them required; what is revealed counts as filled in. */
export function withRequired(fields: readonly FormField[], schema: JsonSchema, draft: Draft): FormField[] {
  const present = fields
    .filter((field) => (field.toggle === undefined ? valueOf(field, draft) !== undefined : !isHidden(field, draft)))
    .map((it) => it.key);
  const required = requiredKeys(schema, present);
  return fields.map((field) => ({ ...field, required: required.includes(field.key) }));
}

/** The value that a field has; undefined where it has none. */
function valueOf(field: FormField, draft: Draft): unknown {
  if (isHidden(field, draft)) return undefined;
  const value = draft.values[field.key];
  if (Array.isArray(value)) return value.length === 0 ? undefined : writeItems(field.schema, value);
  if (typeof value === 'boolean') return value;
  const text = (value ?? '').trim();
  if (text === '') return undefined;
  if (field.kind === 'number') return Number(text);
  if (field.kind === 'words') return splitWords(text);
  return text;
}

export function configOf(fields: readonly FormField[], draft: Draft): Record<string, unknown> {
  const entries = fields.map((field) => [field.key, valueOf(field, draft)] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

/** A merge patch that leads from the stored configuration to this one; null removes, and a secret that nobody typed stays. */
export function patchOf(
  fields: readonly FormField[],
  draft: Draft,
  stored: Record<string, unknown>,
): Record<string, unknown> {
  const before = configOf(fields, draftOf(fields, { name: '', tags: [], config: stored }));
  const entries = fields.flatMap((field) => {
    const value = valueOf(field, draft);
    if (field.kind === 'secret') return value === undefined ? [] : [[field.key, value] as const];
    if (JSON.stringify(value) === JSON.stringify(before[field.key])) return [];
    return [[field.key, value ?? null] as const];
  });
  return Object.fromEntries(entries);
}

/** What is wrong, by field; what is not found here the backend finds. */
export function complaints(fields: readonly FormField[], draft: Draft, isNew: boolean): Record<string, string> {
  const result: Record<string, string> = {};
  if (draft.name.trim() === '') result.name = 'Give it a name.';
  for (const field of fields) {
    const complaint = complaintAbout(field, valueOf(field, draft), isNew, draft);
    if (complaint !== undefined) result[field.key] = complaint;
  }
  return result;
}

function complaintAbout(field: FormField, value: unknown, isNew: boolean, draft: Draft): string | undefined {
  const { schema } = field;
  if (value === undefined) {
    if (field.toggle !== undefined && !isHidden(field, draft) && (isNew || field.kind !== 'secret'))
      return 'Fill this in, or clear its checkbox.';
    return field.required && (isNew || field.kind !== 'secret') ? 'This is needed.' : undefined;
  }
  if (field.kind === 'number') {
    const number = value as number;
    if (Number.isNaN(number)) return 'This must be a number.';
    if ([schema.type].flat().includes('integer') && !Number.isInteger(number)) return 'This must be a whole number.';
    if (schema.minimum !== undefined && number < schema.minimum) return `At least ${schema.minimum}.`;
    if (schema.maximum !== undefined && number > schema.maximum) return `At most ${schema.maximum}.`;
  }
  if (
    (field.kind === 'text' || field.kind === 'secret') &&
    schema.pattern !== undefined &&
    !new RegExp(schema.pattern, 'u').test(wordOf(value))
  ) {
    return schema.description === undefined
      ? 'This does not look right.'
      : `This does not look right: ${schema.description}.`;
  }
  return undefined;
}

/** Whether secrets have to be typed again, as what they are sent to changes. */
export function needsSecretsAnew(fields: readonly FormField[], draft: Draft, stored: Record<string, unknown>): boolean {
  const patch = patchOf(fields, draft, stored);
  return fields.some((field) => field.secretTarget && field.key in patch);
}
