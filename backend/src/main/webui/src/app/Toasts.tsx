import { createContext, useCallback, useContext, useMemo, useState, type ReactNode } from 'react';
import { Alert, AlertActionCloseButton, AlertGroup } from '@patternfly/react-core';
import { sentence } from '../api/problem';
import { visible } from '../common/foreign';

interface Toast {
  id: number;
  variant: 'success' | 'danger' | 'info' | 'warning';
  title: string;
}

interface Toasts {
  say: (title: string) => void;
  fail: (what: string, error: unknown) => void;
}

const ToastContext = createContext<Toasts>({ say: () => undefined, fail: () => undefined });

export const useToasts = () => useContext(ToastContext);

let last = 0;

export function ToastProvider({ children }: { children: ReactNode }) {
  const [toasts, setToasts] = useState<Toast[]>([]);
  const add = useCallback((variant: Toast['variant'], title: string) => {
    setToasts((shown) => [...shown.slice(-3), { id: ++last, variant, title: visible(title) }]);
  }, []);
  const remove = (id: number) => setToasts((shown) => shown.filter((it) => it.id !== id));
  const api = useMemo<Toasts>(
    () => ({
      say: (title) => add('success', title),
      fail: (what, error) => add('danger', `${what}: ${sentence(error)}`),
    }),
    [add],
  );
  return (
    <ToastContext.Provider value={api}>
      {children}
      <AlertGroup hasAnimations isToast isLiveRegion aria-label="Messages">
        {toasts.map(({ id, variant, title }) => (
          <Alert
            key={id}
            variant={variant}
            title={title}
            timeout={variant === 'danger' ? 20_000 : 6_000}
            onTimeout={() => remove(id)}
            actionClose={<AlertActionCloseButton title={title} onClose={() => remove(id)} />}
          />
        ))}
      </AlertGroup>
    </ToastContext.Provider>
  );
}
