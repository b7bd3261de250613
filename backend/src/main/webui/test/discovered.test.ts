import { expect, test } from 'vitest';
import { discovered } from '../src/integrations/discovered';

const page = (headers: HeadersInit) => Promise.resolve({ data: [], response: new Response('[]', { headers }) });

test('tells what the list leaves out, one sentence each', async () => {
  const headers = new Headers();
  headers.append(
    'X-PainChain-Warning',
    'Repositories of 2 organizations are left out (4711, 4712): authorize the token',
  );
  headers.append('X-PainChain-Warning', 'More than 10000 repositories can be seen');

  const { warnings } = await discovered(page(headers));

  expect(warnings).toEqual([
    'Repositories of 2 organizations are left out (4711, 4712): authorize the token',
    'More than 10000 repositories can be seen',
  ]);
});

test('tells nothing where nothing is left out', async () => {
  expect((await discovered(page({}))).warnings).toEqual([]);
});

test('tells by the link that there is more, however short the page', async () => {
  expect((await discovered(page({ Link: '</api/x?page=2>; rel="next"' }))).more).toBe(true);
  expect((await discovered(page({}))).more).toBe(false);
});
