import { useState, type FormEvent } from 'react';
import {
  Button,
  Form,
  FormGroup,
  FormHelperText,
  HelperText,
  HelperTextItem,
  Modal,
  ModalBody,
  ModalFooter,
  ModalHeader,
  Radio,
  TextInput,
} from '@patternfly/react-core';
import { fromLocalInput, inUtc, toLocalInput } from '../common/time';
import { around, windowAt, type ChangeFilters, type Filters } from './filters';

interface TimeRangeDialogProps {
  filters: Filters;
  onFilters: ChangeFilters;
  onClose: () => void;
}

const ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone;

export function TimeRangeDialog({ filters, onFilters, onClose }: TimeRangeDialogProps) {
  const [now] = useState(() => Date.now());
  const window = windowAt(filters, now);
  const [kind, setKind] = useState<'span' | 'around'>('span');
  const [from, setFrom] = useState(toLocalInput(window.from ?? now - 86_400_000));
  const [to, setTo] = useState(window.to === undefined ? '' : toLocalInput(window.to));
  const [moment, setMoment] = useState(toLocalInput(now));
  const [minutes, setMinutes] = useState('30');

  const start = fromLocalInput(from);
  const end = to === '' ? null : fromLocalInput(to);
  const middle = fromLocalInput(moment);
  const problem =
    kind === 'around'
      ? middle === undefined || !(Number(minutes) >= 1)
        ? 'Give a moment and at least one minute.'
        : null
      : start === undefined || end === undefined
        ? 'Give a beginning; the end may stay empty.'
        : end !== null && end <= start
          ? 'The end must be after the beginning.'
          : null;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (problem !== null) return;
    if (kind === 'around' && middle !== undefined) onFilters((now) => around(now, middle, Number(minutes)));
    if (kind === 'span' && start !== undefined)
      onFilters((now) => ({ ...now, range: null, from: start, to: end ?? null }));
    onClose();
  };

  return (
    <Modal isOpen variant="small" onClose={onClose} aria-labelledby="time-title">
      <ModalHeader title="Time" labelId="time-title" description={`In your time zone, ${ZONE}`} />
      <ModalBody>
        <Form id="time-form" onSubmit={submit}>
          <FormGroup role="radiogroup" isInline label="Show events" fieldId="time-kind">
            <Radio
              id="time-span"
              name="kind"
              label="from … to …"
              isChecked={kind === 'span'}
              onChange={() => setKind('span')}
            />
            <Radio
              id="time-around"
              name="kind"
              label="around a moment"
              isChecked={kind === 'around'}
              onChange={() => setKind('around')}
            />
          </FormGroup>
          {kind === 'span' ? (
            <>
              <FormGroup label="From" fieldId="time-from">
                <TextInput
                  id="time-from"
                  type="datetime-local"
                  step="1"
                  value={from}
                  onChange={(_, text) => setFrom(text)}
                />
                <Utc at={start} />
              </FormGroup>
              <FormGroup label="To (empty: until now, and on)" fieldId="time-to">
                <TextInput id="time-to" type="datetime-local" step="1" value={to} onChange={(_, text) => setTo(text)} />
                <Utc at={end ?? undefined} />
              </FormGroup>
            </>
          ) : (
            <>
              <FormGroup label="Moment" fieldId="time-moment">
                <TextInput
                  id="time-moment"
                  type="datetime-local"
                  step="1"
                  value={moment}
                  onChange={(_, text) => setMoment(text)}
                />
                <Utc at={middle} />
              </FormGroup>
              <FormGroup label="Minutes before and after" fieldId="time-minutes">
                <TextInput
                  id="time-minutes"
                  type="number"
                  min="1"
                  value={minutes}
                  onChange={(_, text) => setMinutes(text)}
                />
              </FormGroup>
            </>
          )}
          {problem !== null && (
            <HelperText isLiveRegion>
              <HelperTextItem variant="error">{problem}</HelperTextItem>
            </HelperText>
          )}
        </Form>
      </ModalBody>
      <ModalFooter>
        <Button type="submit" form="time-form" isDisabled={problem !== null}>
          Show
        </Button>
        <Button variant="link" onClick={onClose}>
          Cancel
        </Button>
      </ModalFooter>
    </Modal>
  );
}

function Utc({ at }: { at: string | undefined }) {
  if (at === undefined) return null;
  return (
    <FormHelperText>
      <HelperText>
        <HelperTextItem>{inUtc(at)}</HelperTextItem>
      </HelperText>
    </FormHelperText>
  );
}
