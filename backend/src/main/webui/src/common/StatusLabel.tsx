import { Label, type LabelProps } from '@patternfly/react-core';
import { appearance, statusWords, type Tone } from './status';
import { visible } from './foreign';

const COLORS: Record<Tone, LabelProps['color']> = {
  success: 'green',
  danger: 'red',
  warning: 'orange',
  info: 'blue',
  neutral: 'grey',
};

export function StatusLabel({ status }: { status: string }) {
  const { symbol, tone } = appearance(status);
  return (
    <Label isCompact color={COLORS[tone]} className="pc-status">
      {symbol !== '' && <span aria-hidden="true">{symbol} </span>}
      {visible(statusWords(status))}
    </Label>
  );
}
