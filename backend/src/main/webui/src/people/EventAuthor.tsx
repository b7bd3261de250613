import { Label } from '@patternfly/react-core';
import type { EventPerson } from '../api/types';
import { ForeignText } from '../common/ForeignText';
import { visible } from '../common/foreign';

const BY: Record<EventPerson['known'], string> = {
  account: '',
  login: ', by the login of today',
  hand: ', by hand',
};

interface EventAuthorProps {
  /** As the source names them. */
  author: string;
  /** Whose it is, where that is known. */
  person: EventPerson | undefined;
  /** Whether the source's name stands beside a person's, instead of behind the pointer. */
  isLong?: boolean;
}

export function EventAuthor({ author, person, isLong = false }: EventAuthorProps) {
  const source = person === undefined ? undefined : visible(`${author}${BY[person.known]}`);
  return (
    <>
      <span title={isLong ? undefined : source}>
        <ForeignText text={person?.name ?? author} />
      </span>
      {isLong && person !== undefined && person.name !== author && <span className="pc-quiet"> ({source})</span>}
      {person?.bot === true && <Label isCompact>bot</Label>}
    </>
  );
}
