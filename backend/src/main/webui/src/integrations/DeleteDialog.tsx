import { useState } from 'react';
import { Button, Modal, ModalBody, ModalFooter, ModalHeader, Radio } from '@patternfly/react-core';
import type { Integration } from '../api/types';
import { visible } from '../common/foreign';

interface DeleteDialogProps {
  integration: Integration;
  isPending: boolean;
  onDelete: (withEvents: boolean) => void;
  onClose: () => void;
}

export function DeleteDialog({ integration, isPending, onDelete, onClose }: DeleteDialogProps) {
  const [withEvents, setWithEvents] = useState(false);
  return (
    <Modal isOpen variant="small" onClose={onClose} aria-labelledby="delete-title">
      <ModalHeader title={visible(`Delete “${integration.name}”?`)} labelId="delete-title" titleIconVariant="warning" />
      <ModalBody>
        <p>
          Its credentials and where each of its sources stands are removed at once and cannot be brought back. Nothing
          is collected from it any more.
        </p>
        <fieldset className="pc-above pc-choice">
          <legend>What becomes of its events?</legend>
          <Radio
            id="events-keep"
            name="events"
            label="Keep them"
            description="They stay in the timeline, under the integration's name."
            isChecked={!withEvents}
            onChange={() => setWithEvents(false)}
          />
          <Radio
            id="events-delete"
            name="events"
            label="Delete them too"
            description="They go from the timeline for good; with many that takes a while."
            isChecked={withEvents}
            onChange={() => setWithEvents(true)}
          />
        </fieldset>
      </ModalBody>
      <ModalFooter>
        <Button variant="danger" isDisabled={isPending} isLoading={isPending} onClick={() => onDelete(withEvents)}>
          {withEvents ? 'Delete with events' : 'Delete'}
        </Button>
        <Button variant="link" onClick={onClose}>
          Cancel
        </Button>
      </ModalFooter>
    </Modal>
  );
}
