import {
  DescriptionList,
  DescriptionListDescription,
  DescriptionListGroup,
  DescriptionListTerm,
  Modal,
  ModalBody,
  ModalHeader,
} from '@patternfly/react-core';

const KEYS: [string, string][] = [
  ['/', 'Search'],
  ['j', 'Next event'],
  ['k', 'Previous event'],
  ['Enter', 'Open the event'],
  ['Esc', 'Close the event'],
  ['?', 'This help'],
];

export function ShortcutHelp({ onClose }: { onClose: () => void }) {
  return (
    <Modal isOpen variant="small" onClose={onClose} aria-labelledby="shortcuts-title">
      <ModalHeader title="Keyboard" labelId="shortcuts-title" />
      <ModalBody>
        <DescriptionList isHorizontal isCompact>
          {KEYS.map(([key, meaning]) => (
            <DescriptionListGroup key={key}>
              <DescriptionListTerm>
                <kbd className="pc-key">{key}</kbd>
              </DescriptionListTerm>
              <DescriptionListDescription>{meaning}</DescriptionListDescription>
            </DescriptionListGroup>
          ))}
        </DescriptionList>
        <p className="pc-quiet pc-above">
          On the histogram: arrow keys choose a bar, with Shift a span, Enter narrows to it.
        </p>
      </ModalBody>
    </Modal>
  );
}
