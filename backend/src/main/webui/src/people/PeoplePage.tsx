import { PageFrame } from '../common/PageFrame';
import { PeopleTable } from './PeopleTable';
import { ReadingsTable } from './ReadingsTable';
import { UnknownAuthors } from './UnknownAuthors';
import './people.css';

export default function PeoplePage() {
  return (
    <PageFrame
      title="People"
      about="Whose the names on events are, by what providers know of their accounts. Nothing is counted by person."
    >
      <PeopleTable />
      <UnknownAuthors />
      <ReadingsTable />
    </PageFrame>
  );
}
