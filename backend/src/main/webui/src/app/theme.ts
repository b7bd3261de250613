import { useSyncExternalStore } from 'react';

export type Choice = 'system' | 'light' | 'dark';

const KEY = 'painchain.theme';
const DARK = 'pf-v6-theme-dark';
const system = window.matchMedia('(prefers-color-scheme: dark)');
const listeners = new Set<() => void>();

function stored(): Choice {
  try {
    const value = localStorage.getItem(KEY);
    return value === 'light' || value === 'dark' ? value : 'system';
  } catch {
    return 'system'; // storage may be forbidden
  }
}

let choice = stored();

function apply() {
  const dark = choice === 'dark' || (choice === 'system' && system.matches);
  document.documentElement.classList.toggle(DARK, dark);
  listeners.forEach((it) => it());
}

system.addEventListener('change', apply);
apply();

export function chooseTheme(next: Choice) {
  choice = next;
  try {
    localStorage.setItem(KEY, next);
  } catch {
    // it holds until the page is left
  }
  apply();
}

export function useTheme(): Choice {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => choice,
  );
}
