import { render, screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { Guard } from '../src/common/Guard';
import { chainOf, linkBetween, shortKey } from '../src/event/chain';
import { changesBetween } from '../src/event/changes';
import { fieldsOf } from '../src/event/fields';
import { logsOf } from '../src/event/logs';
import Markdown from '../src/event/Markdown';
import { Value } from '../src/event/Value';
import { event } from './events';

const metadata = {
  displayName: 'Workflow run',
  fields: {
    branch: { fieldLabel: 'Branch', defaultVisibility: true },
    run_id: { fieldLabel: 'Run', defaultVisibility: false },
    conclusion: { fieldLabel: 'Conclusion', defaultVisibility: true },
    failed_jobs: { fieldLabel: 'Failed jobs' },
    coverage: { fieldLabel: 'Coverage', defaultVisibility: true },
  },
};

describe('fields', () => {
  const run = event({ id: 'r', type: 'run', data: { branch: 'main', run_id: 7, missing: ['failed_jobs'] } });

  it('are those of the metadata, in its order, and say why they are empty', () => {
    expect(fieldsOf(run, metadata, undefined).map(({ label, value, absence }) => [label, value ?? absence])).toEqual([
      ['Branch', 'main'],
      ['Conclusion', 'not known while it goes on'],
      ['Failed jobs', 'not told by the source, or not readable with its permissions'],
      ['Coverage', 'does not apply to this event'],
    ]);
  });

  it('are shown as the tenant has set', () => {
    const own = { 'deploy-script': { run: { branch: false, run_id: true } } };
    expect(fieldsOf(run, metadata, own).map((it) => it.label)).toEqual([
      'Run',
      'Conclusion',
      'Failed jobs',
      'Coverage',
    ]);
  });

  it('of an event that nobody described are all it has', () => {
    const custom = event({ id: 'c', data: { serviceName: 'api', region_code: 'eu', truncated: true } });
    expect(fieldsOf(custom, undefined, undefined).map((it) => it.label)).toEqual(['Service Name', 'Region code']);
  });
});

describe('logs', () => {
  it('are where the event says, or on the page of what runs jobs', () => {
    const url = 'https://ci.example/runs/7';
    expect(logsOf(event({ id: 'a', url, data: { logs_url: 'https://ci.example/logs/7' } }), undefined)).toBe(
      'https://ci.example/logs/7',
    );
    expect(logsOf(event({ id: 'a', url }), metadata)).toBe(url);
    expect(logsOf(event({ id: 'a', url }), undefined)).toBeUndefined();
    expect(
      logsOf(event({ id: 'a', data: { logs_url: 'javascript:alert(1)', failed_jobs: [] } }), undefined),
    ).toBeUndefined();
  });
});

describe('a chain', () => {
  const commit = 'commit:acme/api@a1b2c3d4e5f60718293a4b5c6d7e8f9012345678';
  const now = event({ id: 'run', timestamp: '2026-01-31T14:02:00Z', correlationKeys: [commit] });
  const related = [
    {
      event: event({
        id: 'pr',
        timestamp: '2026-01-31T14:00:00Z',
        correlationKeys: [commit, 'pull_request:acme/api#12'],
      }),
      reason: 'key' as const,
      keys: [commit],
    },
    {
      event: event({ id: 'deploy', timestamp: '2026-01-31T14:05:00Z', entity: 'deployment:acme/api#1' }),
      reason: 'key' as const,
      keys: ['tag:acme/api@v1.2'],
    },
  ];

  it('goes from left to right as things happened, the event among them', () => {
    const chain = chainOf(now, related);
    expect(chain.map((it) => it.event.id)).toEqual(['pr', 'run', 'deploy']);
    expect(chain.map((it) => it.why)).toEqual(['shares commit a1b2c3d4', 'this event', 'shares tag v1.2']);
    expect(linkBetween(chain[0]!, chain[1]!)).toBe('commit a1b2c3d4');
    expect(linkBetween(chain[1]!, chain[2]!)).toBeNull();
  });

  it('calls things by short names', () => {
    expect(shortKey('pull_request:acme/api#12')).toBe('pull request 12');
    expect(shortKey('anything')).toBe('anything');
  });
});

describe('what a revision changed', () => {
  it('is told field by field, without what every state tells anew', () => {
    const before = { title: 'a', revision: 1, updatedAt: 'x', data: { conclusion: null, jobs: [1] } };
    const after = { title: 'b', revision: 2, updatedAt: 'y', data: { conclusion: 'success', jobs: [1], more: true } };
    expect(changesBetween(before, after)).toEqual([
      { path: 'title', before: 'a', after: 'b' },
      { path: 'data.conclusion', before: null, after: 'success' },
      { path: 'data.more', before: null, after: true },
    ]);
  });
});

describe('a description', () => {
  it('is rendered without what could do harm or reach out', () => {
    const { container } = render(
      <Markdown
        text={
          '# Fix\n**bold** <script>alert(1)</script> [x](javascript:alert(1)) [ok](https://a.example/) ' +
          '![p](https://evil.example/p.png)\n\n- [x] done'
        }
      />,
    );
    expect(container.querySelector('strong')).toHaveTextContent('bold');
    expect(container.querySelectorAll('script, img, input')).toHaveLength(0);
    expect([...container.querySelectorAll('a')].map((it) => it.getAttribute('href'))).toEqual([
      'https://a.example/',
      'https://evil.example/p.png',
    ]);
    expect(screen.getByRole('heading', { level: 3 })).toHaveTextContent('Fix');
  });
});

describe('a value', () => {
  it('is a table of jobs, each with its state, times and a link', () => {
    const jobs = [
      {
        name: 'build',
        conclusion: 'failure',
        started_at: '2026-01-31T14:00:00Z',
        html_url: 'https://ci.example/jobs/1',
      },
    ];
    render(<Value name="failed_jobs" value={jobs} />);
    expect(screen.getAllByRole('columnheader').map((it) => it.textContent)).toEqual([
      'Name',
      'Conclusion',
      'Started at',
    ]);
    expect(screen.getByRole('link', { name: /build/ })).toHaveAttribute('href', 'https://ci.example/jobs/1');
    expect(screen.getByTitle('2026-01-31 14:00:00 UTC')).toBeInTheDocument();
  });

  it('reads as people do', () => {
    const { container } = render(
      <>
        <Value name="merged" value={true} />|<Value name="duration_seconds" value={95} />|
        <Value name="head_sha" value="a1b2c3d4e5f60718" />|<Value name="additions" value={1234} />|
        <Value name="run_id" value={9284417} />
      </>,
    );
    expect(container).toHaveTextContent('Yes|1 min 35 s|a1b2c3d4e5f6|1,234|9284417');
  });

  it.each([
    ['an instant that is none', '2026-13-45T99:99:99Z'],
    ['many things with other fields each', Array.from({ length: 4_000 }, (_, index) => ({ [`k${index}`]: index }))],
    ['many numbers', Array.from({ length: 30_000 }, () => 1)],
    ['many paths', Array.from({ length: 20_000 }, () => 'a/b')],
    ['things within things', JSON.parse('{"a":'.repeat(32) + '1' + '}'.repeat(32)) as unknown],
    ['lists within lists', JSON.parse('['.repeat(32) + ']'.repeat(32)) as unknown],
    ['a long text', 'x\u202e'.repeat(32_000)],
    ['a huge number', 1e308],
  ])('may be %s', (_, value) => {
    const { container } = render(<Value name="anything" value={value} />);
    expect(container.textContent).not.toBe('');
    expect(container.querySelectorAll('*').length).toBeLessThan(6_000);
  });

  it('is no time that nothing can take', () => {
    const { container } = render(<Value name="duration_seconds" value={-5} />);
    expect(container.textContent).not.toMatch(/\d/);
  });
});

describe('what breaks', () => {
  it('leaves the rest of the page', () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const Broken = () => {
      throw new Error('It broke');
    };
    const { container } = render(
      <>
        before{' '}
        <Guard>
          <Broken />
        </Guard>{' '}
        <Guard fallback="as text">
          <Broken />
        </Guard>{' '}
        after
      </>,
    );
    expect(container).toHaveTextContent(/^before This cannot be shown.* as text after$/);
  });
});
