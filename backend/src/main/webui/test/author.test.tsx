import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { EventPerson } from '../src/api/types';
import { EventAuthor } from '../src/people/EventAuthor';

const ann: EventPerson = { eventId: '1', personId: 'p', name: 'Ann Lee', bot: false, known: 'hand' };

test('a row names the person, and the source’s name behind the pointer', () => {
  render(<EventAuthor author="alee" person={ann} />);

  expect(screen.getByTitle('alee, by hand')).toHaveTextContent('Ann Lee');
  expect(screen.queryByText('bot')).toBeNull();
});

test('the drawer names both', () => {
  const { container } = render(<EventAuthor author="alee" person={ann} isLong />);

  expect(container).toHaveTextContent('Ann Lee (alee, by hand)');
});

test('a bot is marked, and who nobody knows is named by the source', () => {
  render(<EventAuthor author="renovate[bot]" person={{ ...ann, name: 'Renovate', bot: true }} />);
  render(<EventAuthor author="stranger" person={undefined} isLong />);

  expect(screen.getByText('bot')).toBeVisible();
  expect(screen.getByText('stranger')).toBeVisible();
});
