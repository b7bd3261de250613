import { Modal, ModalBody, ModalHeader } from '@patternfly/react-core';
import { sentence } from '../api/problem';
import { useRead } from '../app/queries';
import { Time } from '../common/Time';
import { visible } from '../common/foreign';
import { RawJson } from '../event/RawJson';

/** A delivery as it came. */
export function DeliveryDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const { data, error } = useRead('/api/webhooks/events/{id}', { path: { id } });
  return (
    <Modal isOpen variant="large" aria-labelledby="delivery-title" onClose={onClose}>
      <ModalHeader
        title={data === undefined ? 'Delivery' : visible(`${data.event_type ?? 'Delivery'} ${data.delivery_id}`)}
        labelId="delivery-title"
      />
      <ModalBody>
        {error !== null && data === undefined && <p role="alert">{sentence(error)}</p>}
        {data !== undefined && (
          <>
            <p className="pc-quiet">
              Received <Time at={data.received_at} />, {data.bytes} bytes, handed over {data.attempt} times
            </p>
            {data.payload === null ? (
              <p>Its payload is not kept any more.</p>
            ) : (
              <RawJson value={{ headers: data.headers, payload: data.payload }} label="The delivery as JSON" />
            )}
          </>
        )}
      </ModalBody>
    </Modal>
  );
}
