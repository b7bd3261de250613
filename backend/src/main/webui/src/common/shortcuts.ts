import { useEffect, useRef } from 'react';

type Actions = Record<string, (event: KeyboardEvent) => void>;

/** Single keys, as long as nobody types and no dialog is open. */
export function useShortcuts(actions: Actions) {
  const current = useRef(actions);
  useEffect(() => {
    current.current = actions;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      const target = event.target instanceof Element ? event.target : null;
      if (isTyping(target) || document.querySelector('[role="dialog"][aria-modal="true"]') !== null) return;
      // Where the key means something to what has the focus, it keeps that meaning.
      if (event.key === 'Enter' && target?.closest('a, button, [role="slider"], [role="menu"]') != null) return;
      const action = current.current[event.key];
      if (action === undefined) return;
      event.preventDefault();
      action(event);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}

function isTyping(target: Element | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}
