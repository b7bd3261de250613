import type { ReactNode } from 'react';
import { Button, Modal, ModalBody, ModalFooter, ModalHeader } from '@patternfly/react-core';
import { visible } from './foreign';

interface ConfirmDialogProps {
  title: string;
  act: string;
  isPending: boolean;
  onAct: () => void;
  onClose: () => void;
  children: ReactNode;
}

export function ConfirmDialog({ title, act, isPending, onAct, onClose, children }: ConfirmDialogProps) {
  return (
    <Modal isOpen variant="small" onClose={onClose} aria-labelledby="confirm-title">
      <ModalHeader title={visible(title)} labelId="confirm-title" titleIconVariant="warning" />
      <ModalBody>{children}</ModalBody>
      <ModalFooter>
        <Button variant="danger" isDisabled={isPending} isLoading={isPending} onClick={onAct}>
          {act}
        </Button>
        <Button variant="link" onClick={onClose}>
          Cancel
        </Button>
      </ModalFooter>
    </Modal>
  );
}
