import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { readFilters, writeFilters, type ChangeFilters, type Filters } from './filters';

/** The filters of the page's address, and how to change them. */
export function useFilters(): [Filters, ChangeFilters] {
  const [parameters, setParameters] = useSearchParams();
  const text = writeFilters(readFilters(parameters)).toString();
  const filters = useMemo(() => readFilters(new URLSearchParams(text)), [text]);
  const apply = useCallback<ChangeFilters>(
    (change) => {
      const now = addressNow();
      setParameters(writeFilters(change(readFilters(now)), now));
    },
    [setParameters],
  );
  return [filters, apply];
}

/** The event whose drawer is open. */
export function useOpenEvent(): [string | null, (id: string | null) => void] {
  const [parameters, setParameters] = useSearchParams();
  const open = useCallback(
    (id: string | null) => {
      const next = addressNow();
      // The way back from an event leads to what was before it, not through all that were looked at.
      const replace = next.has('event');
      if (id === null) next.delete('event');
      else next.set('event', id);
      setParameters(next, { replace });
    },
    [setParameters],
  );
  return [parameters.get('event'), open];
}

/** What is drawn may be one change behind; a change that was made of that would take the other back. */
function addressNow(): URLSearchParams {
  return new URLSearchParams(window.location.search);
}
