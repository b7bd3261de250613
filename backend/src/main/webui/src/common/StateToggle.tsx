import { ToggleGroup, ToggleGroupItem } from '@patternfly/react-core';

interface StateToggleProps<S extends string> {
  label: string;
  /** Each with its word; the empty one stands for all. */
  states: [S, string][];
  state: S;
  /** Begins the buttons' ids. */
  name: string;
  onChange: (state: S) => void;
}

/** Which rows of a list are shown. */
export function StateToggle<S extends string>({ label, states, state, name, onChange }: StateToggleProps<S>) {
  return (
    <ToggleGroup isCompact aria-label={label}>
      {states.map(([value, word]) => (
        <ToggleGroupItem
          key={value}
          text={word}
          buttonId={`${name}-${value}`}
          isSelected={state === value}
          onChange={() => onChange(value)}
        />
      ))}
    </ToggleGroup>
  );
}
