import type { ConnectorMetadata, JsonSchema, UiField } from '../api/types';
import { visible } from '../common/foreign';
import { wordOf } from '../common/words';

export type FieldKind = 'secret' | 'number' | 'checkbox' | 'choice' | 'words' | 'items' | 'text';

/** One field of a form, as the connector's schemas describe it. */
export interface FormField {
  key: string;
  kind: FieldKind;
  /** As shown, like its help and placeholder: every character can be seen. */
  label: string;
  help: string | undefined;
  placeholder: string | undefined;
  required: boolean;
  /** Typed over several lines. */
  multiline: boolean;
  /** A checkbox of this name reveals the field, with all others that name it. */
  toggle: string | undefined;
  /** A change of it asks for the secrets anew. */
  secretTarget: boolean;
  /** Its values can be looked up at the provider. */
  discoverable: boolean;
  schema: JsonSchema;
}

export function fieldsOf(connector: Pick<ConnectorMetadata, 'configSchema' | 'uiSchema'>): FormField[] {
  const { configSchema, uiSchema } = connector;
  const properties = configSchema.properties ?? {};
  const order = uiSchema?.order ?? [];
  const keys = [
    ...order.filter((key) => key in properties),
    ...Object.keys(properties).filter((key) => !order.includes(key)),
  ];
  return keys.map((key) => {
    const schema = properties[key] ?? {};
    const ui: UiField = uiSchema?.fields?.[key] ?? {};
    return {
      key,
      kind: kindOf(schema, ui),
      label: visible(schema.title ?? key),
      help: shown(ui.help ?? schema.description),
      placeholder: shown(ui.placeholder),
      required: requiredKeys(configSchema, []).includes(key),
      multiline: ui.widget === 'textarea',
      toggle: ui.toggle,
      secretTarget: schema['x-secret-target'] === true,
      discoverable: schema['x-discover'] === true,
      schema,
    };
  });
}

const shown = (text: string | undefined) => (text === undefined ? undefined : visible(text));

/** What has to be there, given what is: the schema's own list, and that of its `if`, `then`, `else`. */
export function requiredKeys(schema: JsonSchema, present: readonly string[]): string[] {
  const branch =
    schema.if === undefined
      ? undefined
      : (schema.if.required ?? []).every((key) => present.includes(key))
        ? schema.then
        : schema.else;
  return [...(schema.required ?? []), ...(branch?.required ?? [])];
}

function kindOf(schema: JsonSchema, ui: UiField): FieldKind {
  if (schema.writeOnly === true || ui.widget === 'password') return 'secret';
  if (schema.enum !== undefined) return 'choice';
  const types = [schema.type].flat();
  if (types.includes('boolean')) return 'checkbox';
  if (!types.includes('string') && (types.includes('integer') || types.includes('number'))) return 'number';
  const items = itemsOf(schema);
  if (items !== undefined) return schema['x-discover'] === true || objectOf(items) !== undefined ? 'items' : 'words';
  return 'text';
}

const alternatives = (schema: JsonSchema) => [schema, ...(schema.oneOf ?? []), ...(schema.anyOf ?? [])];

/** What a list's items look like, where the schema or one of its alternatives is a list. */
export function itemsOf(schema: JsonSchema): JsonSchema | undefined {
  return alternatives(schema).find((it) => it.type === 'array')?.items;
}

/** The alternative of an item that is an object. */
function objectOf(item: JsonSchema): JsonSchema | undefined {
  return alternatives(item).find((it) => it.type === 'object' && it.properties !== undefined);
}

/** Something of a list: its name, and labels of its own. */
export interface Item {
  name: string;
  tags: string[];
}

/** The parts of which an item's name is made, e.g. `owner/repo`. */
function partsOf(schema: JsonSchema): string[] {
  const item = itemsOf(schema);
  return (item === undefined ? undefined : objectOf(item)?.required) ?? [];
}

export function canTagItems(schema: JsonSchema): boolean {
  const item = itemsOf(schema);
  return (item === undefined ? undefined : objectOf(item)?.properties?.tags) !== undefined;
}

export function readItems(schema: JsonSchema, value: unknown): Item[] {
  if (typeof value === 'string') return splitWords(value).map((name) => ({ name, tags: [] }));
  if (!Array.isArray(value)) return [];
  return value.map((item: unknown) => {
    if (typeof item !== 'object' || item === null) return { name: String(item), tags: [] };
    const record = item as Record<string, unknown>;
    const tags = Array.isArray(record.tags) ? record.tags.map(String) : [];
    return {
      name: partsOf(schema)
        .map((part) => wordOf(record[part]))
        .join('/'),
      tags,
    };
  });
}

/** An item without labels is its name, one with them the object that the schema wants. */
export function writeItems(schema: JsonSchema, items: readonly Item[]): unknown[] {
  const parts = partsOf(schema);
  return items.map(({ name, tags }) => {
    if (tags.length === 0 || parts.length === 0) return name;
    const values = name.split('/');
    const object = Object.fromEntries(
      parts.map((part, index) => [
        part,
        index === parts.length - 1 ? values.slice(index).join('/') : (values[index] ?? ''),
      ]),
    );
    return { ...object, tags };
  });
}

/** `a, b\nc` → `[a, b, c]`, each once */
export function splitWords(text: string): string[] {
  return [
    ...new Set(
      text
        .split(/[,\n]/)
        .map((it) => it.trim())
        .filter((it) => it !== ''),
    ),
  ];
}
