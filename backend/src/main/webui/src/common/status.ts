export type Tone = 'success' | 'danger' | 'warning' | 'info' | 'neutral';

interface Appearance {
  symbol: string;
  tone: Tone;
}

const NONE: Appearance = { symbol: '', tone: 'neutral' };

const APPEARANCES: [Appearance, string[]][] = [
  [
    { symbol: '✓', tone: 'success' },
    ['success', 'succeeded', 'merged', 'approved', 'published', 'ok', 'passed', 'active', 'healthy'],
  ],
  [{ symbol: '✗', tone: 'danger' }, ['failure', 'failed', 'error', 'errored', 'startup_failure', 'unhealthy']],
  [{ symbol: '⊗', tone: 'warning' }, ['cancelled', 'canceled']],
  [{ symbol: '⏱', tone: 'warning' }, ['timed_out', 'timeout']],
  [{ symbol: '!', tone: 'warning' }, ['action_required', 'changes_requested', 'degraded', 'warning']],
  [{ symbol: '⊘', tone: 'neutral' }, ['skipped', 'inactive', 'disabled']],
  [{ symbol: '–', tone: 'neutral' }, ['neutral', 'stale', 'dismissed']],
  [{ symbol: '●', tone: 'info' }, ['in_progress', 'running']],
  [{ symbol: '○', tone: 'neutral' }, ['waiting', 'queued', 'pending', 'requested']],
  [{ symbol: '', tone: 'info' }, ['open', 'opened', 'reopened', 'draft']],
];

const BY_WORD = new Map(APPEARANCES.flatMap(([appearance, words]) => words.map((word) => [word, appearance] as const)));

/** How a status looks, whoever's word it is. */
export function appearance(status: string | null | undefined): Appearance {
  return BY_WORD.get((status ?? '').toLowerCase()) ?? NONE;
}

/** `timed_out` → `timed out` */
export const statusWords = (status: string) => status.replaceAll('_', ' ');
