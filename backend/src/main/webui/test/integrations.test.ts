import { describe, expect, it } from 'vitest';
import type { ConnectorMetadata } from '../src/api/types';
import {
  complaints,
  configOf,
  draftOf,
  emptyDraft,
  needsSecretsAnew,
  patchOf,
  withRequired,
} from '../src/integrations/draft';
import { fieldsOf, readItems, writeItems } from '../src/integrations/schemaForm';
import { expiryWarning, isLow, scarcest } from '../src/integrations/warnings';
import registered from '../../../../../github-connector/src/main/resources/connector-metadata/github.json';
import { changed } from '../src/settings/visibility';

/** As a real connector registers it. */
const metadata = registered as unknown as ConnectorMetadata;
const fields = fieldsOf(metadata);
const field = (key: string) => fields.find((it) => it.key === key)!;
const stored = {
  token: 'ghp_…a1b2',
  repositories: [{ owner: 'acme', repo: 'api', tags: ['backend'] }, 'acme/web'],
  pollInterval: 300,
  apiUrl: 'https://github.acme.com/api/v3',
};

describe('a form', () => {
  it('follows from the schemas', () => {
    expect(fields.map(({ key, kind }) => [key, kind])).toEqual(
      expect.arrayContaining([
        ['token', 'secret'],
        ['repositories', 'items'],
        ['branches', 'words'],
        ['pollInterval', 'number'],
        ['apiUrl', 'text'],
      ]),
    );
    expect(field('token').required).toBe(true);
    expect(field('apiUrl').toggle).toBe('GitHub Enterprise');
    expect(field('apiUrl').secretTarget).toBe(true);
  });

  it('asks for what goes together, one checkbox for all of it', () => {
    const schema = {
      if: { required: ['appId'] },
      then: { required: ['privateKey'] },
      else: { required: ['token'] },
      properties: {
        token: { type: 'string', writeOnly: true },
        appId: { type: ['string', 'integer'] },
        privateKey: { type: 'string', writeOnly: true },
      },
    };
    const app = fieldsOf({
      configSchema: schema,
      uiSchema: { fields: { appId: { toggle: 'App' }, privateKey: { toggle: 'App', widget: 'textarea' } } },
    });
    expect(app.map((it) => [it.kind, it.multiline, it.required])).toEqual([
      ['secret', false, true],
      ['text', false, false],
      ['secret', true, false],
    ]);
    const draft = emptyDraft(app);
    draft.name = 'App';
    expect(complaints(withRequired(app, schema, draft), draft, true)).toEqual({ token: 'This is needed.' });
    draft.revealed = { App: true };
    draft.values = { ...draft.values, appId: '123' };
    expect(complaints(withRequired(app, schema, draft), draft, true)).toEqual({
      privateKey: 'Fill this in, or clear its checkbox.',
    });
  });

  it('knows other kinds of fields too', () => {
    const kinds = fieldsOf({
      configSchema: {
        properties: {
          a: { type: 'boolean' },
          b: { enum: ['x', 'y'] },
          c: { type: 'array', items: { type: 'string' } },
        },
      },
      uiSchema: null,
    });
    expect(kinds.map((it) => it.kind)).toEqual(['checkbox', 'choice', 'words']);
  });

  it('reads things by name and writes those with tags as the schema wants', () => {
    const { schema } = field('repositories');
    const items = readItems(schema, stored.repositories);
    expect(items).toEqual([
      { name: 'acme/api', tags: ['backend'] },
      { name: 'acme/web', tags: [] },
    ]);
    expect(writeItems(schema, items)).toEqual(stored.repositories);
    expect(readItems(schema, 'acme/a, acme/b').map((it) => it.name)).toEqual(['acme/a', 'acme/b']);
  });
});

describe('a draft', () => {
  it('becomes a configuration without what is empty or hidden', () => {
    const draft = emptyDraft(fields);
    draft.values = {
      ...draft.values,
      token: ' ghp_x ',
      branches: 'main, release/*',
      apiUrl: 'https://hidden.example/api/v3',
      pollInterval: '120',
    };
    expect(configOf(fields, draft)).toEqual({ token: 'ghp_x', branches: ['main', 'release/*'], pollInterval: 120 });
  });

  it('says what is wrong before anybody asks the backend', () => {
    const draft = emptyDraft(fields);
    draft.values = { ...draft.values, pollInterval: '5' };
    draft.revealed = { 'GitHub Enterprise': true };
    expect(complaints(fields, draft, true)).toEqual({
      name: 'Give it a name.',
      token: 'This is needed.',
      pollInterval: 'At least 60.',
      apiUrl: 'Fill this in, or clear its checkbox.',
    });
  });

  it('of something stored shows no secret, and changes nothing by itself', () => {
    const draft = draftOf(fields, { name: 'Acme', tags: ['a', 'b'], config: stored });
    expect(draft.values.token).toBe('');
    expect(draft.tags).toBe('a, b');
    expect(patchOf(fields, draft, stored)).toEqual({});
    expect(complaints(fields, draft, false)).toEqual({});
  });

  it('is a merge patch: what changed, null for what goes, the secret only where it is typed', () => {
    const draft = draftOf(fields, { name: 'Acme', tags: [], config: stored });
    draft.values = { ...draft.values, pollInterval: '', repositories: [{ name: 'acme/api', tags: [] }] };
    draft.revealed = { 'GitHub Enterprise': false };
    expect(patchOf(fields, draft, stored)).toEqual({ repositories: ['acme/api'], pollInterval: null, apiUrl: null });
    expect(needsSecretsAnew(fields, draft, stored)).toBe(true);
    draft.values.token = 'ghp_new';
    expect(patchOf(fields, draft, stored)).toHaveProperty('token', 'ghp_new');
  });
});

describe('warnings', () => {
  const now = Date.parse('2026-01-31T00:00:00Z');

  it('come two weeks before credentials expire', () => {
    expect(expiryWarning('2026-03-01T00:00:00Z', now)).toBeUndefined();
    expect(expiryWarning('2026-02-10T00:00:00Z', now)).toBe('The credentials will soon expire:');
    expect(expiryWarning('2026-01-30T00:00:00Z', now)).toBe('The credentials have expired on');
  });

  it('look at the quota of which the least is left', () => {
    const quota = scarcest({
      core: { limit: 5000, remaining: 4000, used: 0, resetAt: null },
      search: { limit: 30, remaining: 3, used: 0, resetAt: null },
    });
    expect(quota?.resource).toBe('search');
    expect(isLow(quota!)).toBe(true);
    expect(scarcest(null)).toBeUndefined();
  });
});

describe('visibility', () => {
  it('is changed field by field, null leads back to the default', () => {
    const before = { github: { push: { a: true, b: false } } };
    expect(changed(before, 'github', 'push', { a: null, c: true })).toEqual({
      github: { push: { b: false, c: true } },
    });
    expect(changed({}, 'x', 'y', { a: false })).toEqual({ x: { y: { a: false } } });
  });
});
