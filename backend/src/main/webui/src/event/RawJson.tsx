import { Button } from '@patternfly/react-core';
import { CopyIcon } from '@patternfly/react-icons/dist/esm/icons/copy-icon';
import { useToasts } from '../app/Toasts';
import { visibleJson } from '../common/foreign';

export function RawJson({ value, label = 'The event as JSON' }: { value: unknown; label?: string }) {
  const { say, fail } = useToasts();
  const text = visibleJson(value);
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => say('Copied'),
      (error: unknown) => fail('Nothing was copied', error),
    );
  return (
    <div className="pc-above">
      <Button variant="secondary" size="sm" icon={<CopyIcon />} onClick={() => void copy()}>
        Copy
      </Button>
      <pre className="pc-code pc-above" tabIndex={0} aria-label={label}>
        {text}
      </pre>
    </div>
  );
}
