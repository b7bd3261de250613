import { ToggleGroup, ToggleGroupItem } from '@patternfly/react-core';
import { DesktopIcon } from '@patternfly/react-icons/dist/esm/icons/desktop-icon';
import { MoonIcon } from '@patternfly/react-icons/dist/esm/icons/moon-icon';
import { SunIcon } from '@patternfly/react-icons/dist/esm/icons/sun-icon';
import { chooseTheme, useTheme, type Choice } from './theme';

const CHOICES: [Choice, string, typeof SunIcon][] = [
  ['system', 'As the system', DesktopIcon],
  ['light', 'Light', SunIcon],
  ['dark', 'Dark', MoonIcon],
];

export function ThemeSwitch() {
  const choice = useTheme();
  return (
    <ToggleGroup aria-label="Colours" isCompact>
      {CHOICES.map(([value, label, Icon]) => (
        <ToggleGroupItem
          key={value}
          icon={<Icon />}
          aria-label={label}
          title={label}
          buttonId={`theme-${value}`}
          isSelected={choice === value}
          onChange={() => chooseTheme(value)}
        />
      ))}
    </ToggleGroup>
  );
}
