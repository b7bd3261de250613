import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { MemoryRouter } from 'react-router';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ConnectorMetadata, Integration } from '../src/api/types';
import { Session } from '../src/app/Session';
import { IntegrationForm } from '../src/integrations/IntegrationForm';
import registered from '../../../../../github-connector/src/main/resources/connector-metadata/github.json';

const connector = registered as unknown as ConnectorMetadata;
const stored = {
  id: 'i1',
  type: connector.id,
  name: 'Acme',
  tags: [],
  version: 3,
  config: { token: 'ghp_…a1b2', apiUrl: 'https://github.acme.com/api/v3' },
} as unknown as Integration;

interface Sent {
  path: string;
  method: string;
  headers: Record<string, string>;
  body: unknown;
}

/** The backend at the other end of the wire: answers in turn, and keeps what was sent. */
function backend(...answers: [number, unknown][]): Sent[] {
  const sent: Sent[] = [];
  vi.stubGlobal('fetch', async (request: Request) => {
    sent.push({
      path: new URL(request.url).pathname,
      method: request.method,
      headers: Object.fromEntries(request.headers),
      body: await request.json(),
    });
    const [status, body] = answers.shift() ?? [500, {}];
    return new Response(JSON.stringify(body), { status });
  });
  return sent;
}

function show(integration?: Integration) {
  const onSaved = vi.fn();
  render(
    <QueryClientProvider client={new QueryClient()}>
      <MemoryRouter initialEntries={['/integrations/new?tenant=acme']}>
        <Session>
          <IntegrationForm
            connector={connector}
            integration={integration}
            onSaved={onSaved}
            onCancel={() => undefined}
          />
        </Session>
      </MemoryRouter>
    </QueryClientProvider>,
  );
  return onSaved;
}

afterEach(() => vi.unstubAllGlobals());

const click = (name: string) => userEvent.click(screen.getByRole('button', { name }));
const type = (label: RegExp, text: string) => userEvent.type(screen.getByLabelText(label), text);

describe('the form of an integration', () => {
  it('asks for an address of its own only where its checkbox is ticked', async () => {
    show();
    expect(screen.queryByLabelText(/Enterprise API URL/)).not.toBeInTheDocument();
    await userEvent.click(screen.getByLabelText('GitHub Enterprise'));
    expect(screen.getByLabelText(/Enterprise API URL/)).toBeVisible();
  });

  it('tests what is typed before anything is saved', async () => {
    const sent = backend([
      200,
      {
        ok: true,
        message: 'ok',
        login: 'mia',
        scopes: ['repo'],
        permissions: null,
        expiresAt: null,
        rateLimit: null,
        repositories: [],
      },
    ]);
    const onSaved = show();
    await type(/^Name/, 'Acme');
    await type(/Personal access token/, 'ghp_secret');
    await click('Test Connection');
    expect(await screen.findByText('Connected successfully!')).toBeVisible();
    expect(screen.getByText('Signed in as mia')).toBeVisible();
    expect(sent).toMatchObject([
      {
        path: '/api/integrations/test',
        method: 'POST',
        headers: { 'x-tenant-id': 'acme' },
        body: { type: connector.id, config: { token: 'ghp_secret' } },
      },
    ]);
    expect(onSaved).not.toHaveBeenCalled();
  });

  it('says what failed in the words of the connector', async () => {
    backend([
      200,
      {
        ok: false,
        message: 'Failed to connect to GitHub: the token is not accepted',
        login: null,
        scopes: null,
        permissions: null,
        expiresAt: null,
        rateLimit: null,
        repositories: [
          { name: 'acme/api', sources: [{ source: 'runs', ok: false, missing: 'Actions: read', detail: null }] },
        ],
      },
    ]);
    show();
    await type(/^Name/, 'Acme');
    await type(/Personal access token/, 'ghp_wrong');
    await click('Test Connection');
    expect(await screen.findByText(/the token is not accepted/)).toBeVisible();
    expect(screen.getByText(/acme\/api: runs cannot be read, missing: Actions: read/)).toBeVisible();
  });

  it('never shows a stored secret, and keeps it where nobody types another', async () => {
    const sent = backend([200, stored]);
    const onSaved = show(stored);
    expect(screen.getByLabelText(/Personal access token/)).toHaveValue('');
    await type(/Poll interval/, '120');
    await click('Save');
    await waitFor(() => expect(onSaved).toHaveBeenCalled());
    expect(sent).toMatchObject([
      {
        path: '/api/integrations/i1',
        method: 'PATCH',
        headers: { 'if-match': '"3"' },
        body: { config: { pollInterval: 120 } },
      },
    ]);
    expect(sent[0]?.body).not.toHaveProperty('config.token');
  });

  it('asks for the secret again where it would be sent elsewhere', async () => {
    const sent = backend();
    show(stored);
    await userEvent.click(screen.getByLabelText('GitHub Enterprise'));
    await click('Save');
    expect(await screen.findByText('The address changes, so this has to be given again.')).toBeVisible();
    expect(sent).toHaveLength(0);
  });

  it('puts what the backend refuses beside the field it names', async () => {
    backend([
      400,
      {
        type: '/problems/validation',
        title: 'Invalid request',
        detail: 'Invalid.',
        errors: [{ pointer: '/config/branches', detail: 'too many branches' }],
      },
    ]);
    show();
    await type(/^Name/, 'Acme');
    await type(/Personal access token/, 'ghp_secret');
    await click('Create');
    expect((await screen.findAllByText(/too many branches/)).length).toBeGreaterThan(0);
  });
});
