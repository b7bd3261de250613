import { useId } from 'react';
import { FormGroup, FormHelperText, HelperText, HelperTextItem, TextArea, TextInput } from '@patternfly/react-core';
import type { ConnectInput } from '../api/types';
import { visible } from '../common/foreign';

interface WayInputProps {
  input: ConnectInput;
  value: string;
  complaint: string | undefined;
  onValue: (value: string) => void;
}

export function WayInput({ input, value, complaint, onValue }: WayInputProps) {
  const id = useId();
  const common = {
    id,
    'aria-describedby': `${id}-help`,
    validated: complaint === undefined ? 'default' : 'error',
    placeholder: visible(input.placeholder ?? ''),
    spellCheck: false,
    value,
  } as const;
  return (
    <FormGroup label={visible(input.label)} isRequired={input.required} fieldId={id}>
      {input.multiline ? (
        <TextArea
          {...common}
          rows={4}
          resizeOrientation="vertical"
          autoComplete="off"
          onChange={(_, next) => onValue(next)}
        />
      ) : (
        <TextInput
          {...common}
          type={input.secret ? 'password' : 'text'}
          autoComplete={input.secret ? 'new-password' : 'off'}
          onChange={(_, next) => onValue(next)}
        />
      )}
      <FormHelperText>
        <HelperText id={`${id}-help`} isLiveRegion>
          {complaint !== undefined && <HelperTextItem variant="error">{visible(complaint)}</HelperTextItem>}
          {input.help !== undefined && input.help !== null && <HelperTextItem>{visible(input.help)}</HelperTextItem>}
        </HelperText>
      </FormHelperText>
    </FormGroup>
  );
}
