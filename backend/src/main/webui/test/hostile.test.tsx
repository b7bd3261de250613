import type { ReactNode } from 'react';
import { render, screen } from '@testing-library/react';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { MemoryRouter, Route, Routes } from 'react-router';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Caller } from '../src/app/Caller';
import { Session } from '../src/app/Session';
import { ToastProvider } from '../src/app/Toasts';
import EventDrawer from '../src/event/EventDrawer';
import NewIntegrationPage from '../src/integrations/NewIntegrationPage';
import IntegrationPage from '../src/integrations/IntegrationPage';
import IntegrationsPage from '../src/integrations/IntegrationsPage';
import FieldsPage from '../src/settings/FieldsPage';
import SystemPage from '../src/system/SystemPage';
import TeamsPage from '../src/teams/TeamsPage';
import { EventRow } from '../src/timeline/EventRow';
import { TimelinePage } from '../src/timeline/TimelinePage';
import { event } from './events';

/** In every text that comes from elsewhere: an override, a control character, a blank without width. */
const MARK = '\u202E\u001B\u200B';
const NEVER_SHOWN = /[\u202E\u001B\u200B]/;
const AT = '2026-01-31T14:00:00Z';

const strange = event({
  id: 'e1',
  title: `title${MARK}`,
  project: `project${MARK}`,
  author: `author${MARK}`,
  type: `type${MARK}`,
  connector: `connector${MARK}`,
  status: `status${MARK}`,
  integrationName: `integration${MARK}`,
  description: `**bold${MARK}** and [text${MARK}](https://a.example/) \`code${MARK}\` ![picture${MARK}](https://a.example/)`,
  tags: [`tag${MARK}`],
  entity: `thing:entity${MARK}`,
  correlationKeys: [`key:shared${MARK}`],
  data: {
    [`field${MARK}`]: `value${MARK}`,
    files: [`a/file${MARK}`],
    words: [`word${MARK}`],
    jobs: [{ [`column${MARK}`]: `cell${MARK}`, state: `state${MARK}` }],
  },
  revision: 2,
});
const other = event({ ...strange, id: 'e2', timestamp: '2026-01-31T13:00:00Z' });
const integration = {
  ...{
    id: 'i1',
    type: 'deploy',
    name: `name${MARK}`,
    tags: [],
    version: 1,
    config: { secret: `mask${MARK}` },
    enabled: true,
    stale: true,
  },
  ...{ createdAt: AT, updatedAt: AT, status: 'error', syncing: false, rejectedEvents: 1, lastSync: AT },
  ...{ lastError: `error${MARK}`, warnings: [`warning${MARK}`] },
  webhooks: [{ repository: `place${MARK}`, events: [], since: AT, verifiedAt: AT, vouches: true }],
  repositories: [{ name: `repository${MARK}`, status: 'error', lastSync: AT, lastError: `trouble${MARK}` }],
  rateLimit: { [`quota${MARK}`]: { limit: 10, remaining: 1, used: 9, resetAt: AT } },
};
const metadata = {
  ...{ id: 'deploy', displayName: `connector${MARK}`, color: null, logo: null, description: `about${MARK}` },
  configSchema: {
    properties: {
      [`key${MARK}`]: { type: 'string' },
      text: { title: `label${MARK}`, description: `help${MARK}` },
      pick: { title: `choice${MARK}`, enum: [`option${MARK}`] },
      hidden: { title: 'Hidden', type: 'string' },
      secret: { title: 'Secret', writeOnly: true },
      things: { title: `things${MARK}`, type: 'array', items: { type: 'string' }, 'x-discover': true },
    },
  },
  uiSchema: { fields: { text: { placeholder: `placeholder${MARK}` }, hidden: { toggle: `toggle${MARK}` } } },
  eventTypes: {},
};
const task = {
  ...{ id: 't1', type: `type${MARK}`, kind: `kind${MARK}`, state: 'queued', attempt: 1, createdAt: AT },
  ...{ integrationName: `integration${MARK}`, error: null, total: 2, done: 1, note: `note${MARK}` },
};

const ANSWERS: [RegExp, unknown][] = [
  [/events\/e1\/related/, [{ event: other, reason: 'entity', keys: [`key:shared${MARK}`] }]],
  [/events\/e1\/revisions/, [event({ ...strange, revision: 1, title: `before${MARK}` })]],
  [/events\/e1/, strange],
  [/timeline/, { events: [strange, other], total: 2, totalExact: true, nextCursor: null }],
  [
    /histogram/,
    { from: AT, to: AT, widthSeconds: 60, by: 'type', bins: [{ start: AT, total: 1, counts: { [`type${MARK}`]: 1 } }] },
  ],
  [
    /stats/,
    { byConnector: { [`connector${MARK}`]: 1 }, byType: { [`type${MARK}`]: 1 }, byStatus: { [`status${MARK}`]: 1 } },
  ],
  [/projects/, [{ connector: 'deploy', project: `project${MARK}`, lastEvent: AT }]],
  [/tags/, [{ tag: `tag${MARK}`, lastEvent: AT }]],
  [/teams/, [{ id: 'team', name: `team${MARK}`, tags: [`tag${MARK}`], version: 1, createdAt: AT, updatedAt: AT }]],
  [/views/, [{ id: 'view', name: `view${MARK}`, query: '', version: 1 }]],
  [/coverage/, { from: AT, to: AT, verdict: 'late', sentence: `sentence${MARK}`, repositories: [] }],
  [/integrations\/i1/, integration],
  [/integrations/, [integration]],
  [/metadata/, [metadata]],
  [
    /connectors/,
    [
      {
        id: 'deploy',
        displayName: `connector${MARK}`,
        live: true,
        workers: [{ worker: `worker${MARK}`, live: true, firstContact: AT, lastContact: AT }],
      },
    ],
  ],
  [/tasks/, [task]],
  [/retention/, { months: null, defaultMonths: 18, oldestEvent: AT, lastRun: null, lastDeleted: null }],
  [/field-visibility/, {}],
  [
    /api\/me/,
    {
      mode: 'keys',
      name: `key${MARK}`,
      role: 'owner',
      rights: ['read', 'write', 'configure', 'keys', 'audit'],
      tenantId: null,
      expiresAt: null,
    },
  ],
];

beforeEach(() => {
  vi.stubGlobal('fetch', (request: string | Request) => {
    const path = typeof request === 'string' ? request : request.url;
    const answer = ANSWERS.find(([pattern]) => pattern.test(path))?.[1];
    const body = path.includes('stream') || answer === undefined ? '{}' : JSON.stringify(answer);
    return Promise.resolve(new Response(body, { status: body === '{}' && !path.includes('visibility') ? 404 : 200 }));
  });
});

afterEach(() => vi.unstubAllGlobals());

function show(page: ReactNode, address = '/', path = '*') {
  return render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <MemoryRouter initialEntries={[address]}>
        <Session>
          <ToastProvider>
            <Caller>
              <Routes>
                <Route path={path} element={page} />
              </Routes>
            </Caller>
          </ToastProvider>
        </Session>
      </MemoryRouter>
    </QueryClientProvider>,
  );
}

/** Every text that is read, heard or shown on hover. */
function expectNothingHidden() {
  const texts = [...document.querySelectorAll('*')].flatMap((element) => [
    ...[...element.childNodes].filter((it) => it.nodeType === Node.TEXT_NODE).map((it) => it.textContent ?? ''),
    ...['title', 'aria-label', 'aria-valuetext', 'alt', 'placeholder'].map((name) => element.getAttribute(name) ?? ''),
  ]);
  expect(texts.filter((text) => NEVER_SHOWN.test(text))).toEqual([]);
  expect(texts.join(' ')).toContain('[U+202E]');
}

describe('what others wrote', () => {
  it('is shown whole in a row', async () => {
    show(
      <EventRow event={strange} connectors={[]} isOpen={false} isCurrent={false} isAhead onOpen={() => undefined} />,
    );
    expect(await screen.findByText('ahead')).toBeVisible();
    expectNothingHidden();
  });

  it.each(['Details', 'History', 'JSON'])('is shown whole in the drawer, under %s', async (tab) => {
    show(<EventDrawer id="e1" onFilters={() => undefined} onOpen={() => undefined} onClose={() => undefined} />);
    (await screen.findByRole('tab', { name: new RegExp(tab) })).click();
    await screen.findByRole('list', { name: /Chain of events/ });
    if (tab === 'Details') expect(await screen.findByText('bold')).toBeVisible();
    if (tab === 'History') expect((await screen.findAllByText(/before/))[0]).toBeVisible();
    if (tab === 'JSON') expect(screen.getByLabelText('The event as JSON')).toHaveTextContent('\\u202e');
    expectNothingHidden();
  });

  it.each([
    [
      'timeline',
      <TimelinePage key="p" />,
      `/?tag=${encodeURIComponent(`tag${MARK}`)}&by=status&key=${encodeURIComponent(MARK)}`,
      '*',
      /tag\[/,
    ],
    ['integrations', <IntegrationsPage key="p" />, '/', '*', /error\[/],
    ['integration', <IntegrationPage key="p" />, '/i1', '/:id', /trouble\[/],
    ['form', <NewIntegrationPage key="p" />, '/deploy', '/:type', /option\[/],
    ['teams', <TeamsPage key="p" />, '/', '*', /team\[/],
    ['fields', <FieldsPage key="p" />, '/', '*', /connector\[/],
    ['system', <SystemPage key="p" />, '/', '*', /worker\[/],
  ])('is shown whole on the page %s', async (_, page, address, path, awaited) => {
    show(page, address, path);
    expect(
      (await screen.findAllByText((__, element) => awaited.test(element?.textContent ?? ''))).length,
    ).toBeGreaterThan(0);
    expectNothingHidden();
  });
});
