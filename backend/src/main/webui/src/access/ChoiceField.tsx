import { FormGroup, FormSelect, FormSelectOption } from '@patternfly/react-core';

interface ChoiceFieldProps {
  id: string;
  label: string;
  value: string;
  /** Values with their labels. */
  choices: readonly (readonly [string, string])[];
  onChange: (value: string) => void;
}

export function ChoiceField({ id, label, value, choices, onChange }: ChoiceFieldProps) {
  return (
    <FormGroup label={label} fieldId={id}>
      <FormSelect id={id} value={value} onChange={(_, chosen) => onChange(chosen)}>
        {choices.map(([one, name]) => (
          <FormSelectOption key={one} value={one} label={name} />
        ))}
      </FormSelect>
    </FormGroup>
  );
}
