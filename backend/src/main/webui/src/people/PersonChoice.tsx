import { useState } from 'react';
import { Button, TextInput } from '@patternfly/react-core';
import type { Person } from '../api/types';
import { useRead } from '../app/queries';
import { ForeignText } from '../common/ForeignText';
import { visible } from '../common/foreign';

interface PersonChoiceProps {
  id: string;
  /** Who is not to be offered. */
  without?: string;
  chosen: Person | null;
  onChosen: (person: Person | null) => void;
}

const OFFERED = '6';

/** A person, by some letters of a name or login. */
export function PersonChoice({ id, without, chosen, onChosen }: PersonChoiceProps) {
  const [typed, setTyped] = useState('');
  const wanted = typed.trim();
  const { data } = useRead('/api/people', {
    query: { q: wanted, perPage: OFFERED },
    enabled: chosen === null && wanted !== '',
  });
  if (chosen !== null) {
    return (
      <p id={id}>
        <ForeignText text={chosen.name} />{' '}
        <Button variant="link" isInline onClick={() => onChosen(null)}>
          Another
        </Button>
      </p>
    );
  }
  const offered = wanted === '' ? [] : (data ?? []).filter((it) => it.id !== without);
  return (
    <>
      <TextInput id={id} value={typed} placeholder="Part of a name or login" onChange={(_, text) => setTyped(text)} />
      <ul className="pc-plain" aria-label="Found">
        {offered.map((it) => (
          <li key={it.id}>
            <Button variant="link" isInline onClick={() => onChosen(it)}>
              {visible([it.name, ...it.accounts.map((account) => account.login)].join(', '))}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
