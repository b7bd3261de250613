import { useId } from 'react';
import {
  Checkbox,
  FormGroup,
  FormHelperText,
  FormSelect,
  FormSelectOption,
  HelperText,
  HelperTextItem,
  TextArea,
  TextInput,
} from '@patternfly/react-core';
import type { Item, FormField } from './schemaForm';
import { isHidden, type Draft } from './draft';
import { ItemsField } from './ItemsField';
import { visible } from '../common/foreign';

export interface SchemaFieldProps {
  field: FormField;
  draft: Draft;
  onDraft: (draft: Draft) => void;
  complaint: string | undefined;
  /** What is stored, masked: a secret can be replaced, never read. */
  stored: unknown;
  onDiscover: (() => void) | undefined;
  /** Whether it is the first of those that its checkbox reveals. */
  leads: boolean;
}

export function SchemaField({ leads, field, draft, onDraft, complaint, stored, onDiscover }: SchemaFieldProps) {
  const id = useId();
  const set = (value: string | boolean | Item[]) =>
    onDraft({ ...draft, values: { ...draft.values, [field.key]: value } });
  const value = draft.values[field.key];
  const validated = complaint === undefined ? 'default' : 'error';
  const common = { id, 'aria-describedby': `${id}-help`, validated } as const;

  if (isHidden(field, draft)) return leads ? <Reveal field={field} draft={draft} onDraft={onDraft} /> : null;
  if (field.kind === 'checkbox') {
    return (
      <Checkbox
        id={id}
        label={field.label}
        description={field.help}
        isChecked={value === true}
        onChange={(_, checked) => set(checked)}
      />
    );
  }
  const text = typeof value === 'string' ? value : '';
  return (
    <>
      {leads && <Reveal field={field} draft={draft} onDraft={onDraft} />}
      <FormGroup label={field.label} isRequired={field.required} fieldId={id}>
        {field.kind === 'items' && (
          <ItemsField
            id={id}
            field={field}
            items={Array.isArray(value) ? value : []}
            onItems={set}
            onDiscover={onDiscover}
          />
        )}
        {field.kind === 'choice' && (
          <FormSelect {...common} value={text} onChange={(_, next) => set(next)}>
            {!field.required && <FormSelectOption value="" label="–" />}
            {(field.schema.enum ?? []).map((option) => (
              <FormSelectOption key={String(option)} value={String(option)} label={visible(String(option))} />
            ))}
          </FormSelect>
        )}
        {field.multiline && (
          <TextArea
            {...common}
            rows={4}
            resizeOrientation="vertical"
            autoComplete="off"
            spellCheck={false}
            placeholder={typeof stored === 'string' ? visible(stored) : field.placeholder}
            value={text}
            onChange={(_, next) => set(next)}
          />
        )}
        {!field.multiline && field.kind !== 'items' && field.kind !== 'choice' && (
          <TextInput
            {...common}
            type={field.kind === 'secret' ? 'password' : field.kind === 'number' ? 'number' : 'text'}
            autoComplete={field.kind === 'secret' ? 'new-password' : 'off'}
            spellCheck={false}
            isRequired={field.required}
            placeholder={field.kind === 'secret' && typeof stored === 'string' ? visible(stored) : field.placeholder}
            min={field.schema.minimum}
            max={field.schema.maximum}
            value={text}
            onChange={(_, next) => set(next)}
          />
        )}
        <FormHelperText>
          <HelperText id={`${id}-help`} isLiveRegion>
            {complaint !== undefined && <HelperTextItem variant="error">{visible(complaint)}</HelperTextItem>}
            {field.kind === 'secret' && typeof stored === 'string' && (
              <HelperTextItem>Stored, and never shown again. Leave it empty to keep it.</HelperTextItem>
            )}
            {field.help !== undefined && <HelperTextItem>{field.help}</HelperTextItem>}
          </HelperText>
        </FormHelperText>
      </FormGroup>
    </>
  );
}

function Reveal({ field, draft, onDraft }: Pick<SchemaFieldProps, 'field' | 'draft' | 'onDraft'>) {
  const id = useId();
  return (
    <Checkbox
      id={id}
      label={visible(field.toggle ?? '')}
      isChecked={!isHidden(field, draft)}
      onChange={(_, checked) => onDraft({ ...draft, revealed: { ...draft.revealed, [field.toggle ?? '']: checked } })}
    />
  );
}
