import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { readFilters, writeFilters, type Filters } from './filters';

/** The filters of the page's address, and how to change them. */
export function useFilters(): [Filters, (next: Filters) => void] {
  const [parameters, setParameters] = useSearchParams();
  const text = writeFilters(readFilters(parameters)).toString();
  const filters = useMemo(() => readFilters(new URLSearchParams(text)), [text]);
  const change = useCallback((next: Filters) => setParameters((others) => writeFilters(next, others)), [setParameters]);
  return [filters, change];
}

/** The event whose drawer is open. */
export function useOpenEvent(): [string | null, (id: string | null) => void] {
  const [parameters, setParameters] = useSearchParams();
  const open = useCallback(
    (id: string | null) =>
      setParameters(
        (others) => {
          const next = new URLSearchParams(others);
          if (id === null) next.delete('event');
          else next.set('event', id);
          return next;
        },
        // The way back from an event leads to what was before it, not through all that were looked at.
        { replace: parameters.has('event') },
      ),
    [setParameters, parameters],
  );
  return [parameters.get('event'), open];
}
