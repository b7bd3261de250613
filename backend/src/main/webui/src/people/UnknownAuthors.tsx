import { useState } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import {
  Button,
  Checkbox,
  Form,
  FormGroup,
  Modal,
  ModalBody,
  ModalFooter,
  ModalHeader,
  Title,
} from '@patternfly/react-core';
import { Link } from 'react-router';
import { sentence } from '../api/problem';
import type { Person, UnknownAuthor } from '../api/types';
import { useMay } from '../app/Caller';
import { connectorName, useConnectors, useKey, useRead } from '../app/queries';
import { useAddress, useClient } from '../app/Session';
import { ForeignText } from '../common/ForeignText';
import { Time } from '../common/Time';
import { visible } from '../common/foreign';
import { PEOPLE } from './people';
import { PersonChoice } from './PersonChoice';

const SHOWN = 50;

/** Names on events that are nobody's yet, to say whose they are. */
export function UnknownAuthors() {
  const address = useAddress();
  const mayConfigure = useMay('configure');
  const { connectors } = useConnectors();
  const { data } = useRead('/api/people/authors');
  const [asked, setAsked] = useState<UnknownAuthor | null>(null);
  if (data === undefined || data.length === 0) return null;
  return (
    <section>
      <Title headingLevel="h2" size="lg" id="unknown" className="pc-above">
        Whose are these?
      </Title>
      <p className="pc-quiet">
        Names on events that no account bears{data.length > SHOWN && `, the newest ${SHOWN} of ${data.length}`}.
      </p>
      <div className="pc-table-holder" tabIndex={0} role="region" aria-labelledby="unknown">
        <table className="pc-table pc-listing">
          <thead>
            <tr>
              <th scope="col">Author</th>
              <th scope="col">From</th>
              <th scope="col">Last event</th>
              <th scope="col">
                <span className="pc-hidden">Actions</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {data.slice(0, SHOWN).map((it) => (
              <tr key={`${it.connector} ${it.author}`}>
                <td className="pc-wrap">
                  <Link to={address('/', { author: it.author })}>
                    <ForeignText text={it.author} />
                  </Link>
                </td>
                <td>{connectorName(connectors, it.connector)}</td>
                <td>
                  <Time at={it.lastEvent} show="relative" />
                </td>
                <td>
                  {mayConfigure && (
                    <Button
                      variant="link"
                      isInline
                      aria-label={visible(`Say who ${it.author} is`)}
                      onClick={() => setAsked(it)}
                    >
                      Say who
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {asked !== null && <AuthorDialog author={asked} onClose={() => setAsked(null)} />}
    </section>
  );
}

function AuthorDialog({ author, onClose }: { author: UnknownAuthor; onClose: () => void }) {
  const client = useClient();
  const key = useKey();
  const queries = useQueryClient();
  const [person, setPerson] = useState<Person | null>(null);
  const [bot, setBot] = useState(false);
  const choose = useMutation({
    mutationFn: () => {
      const { connector, author: name } = author;
      const body =
        person === null ? { connector, author: name, bot } : { connector, author: name, personId: person.id };
      return client.PUT('/api/people/authors', { body });
    },
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: key(PEOPLE) });
      await queries.invalidateQueries({ queryKey: key(`${PEOPLE}/authors`) });
      onClose();
    },
  });
  return (
    <Modal isOpen variant="small" onClose={onClose} aria-labelledby="author-title">
      <ModalHeader title={visible(`Who is ${author.author}?`)} labelId="author-title" />
      <ModalBody tabIndex={0}>
        <Form onSubmit={(event) => event.preventDefault()}>
          <FormGroup label="Somebody who is known" fieldId="author-person">
            <PersonChoice id="author-person" chosen={person} onChosen={setPerson} />
          </FormGroup>
          {person === null && (
            <Checkbox id="author-bot" label="A bot" isChecked={bot} onChange={(_, on) => setBot(on)} />
          )}
        </Form>
        {choose.error !== null && (
          <p role="alert" className="pc-above">
            {sentence(choose.error)}
          </p>
        )}
      </ModalBody>
      <ModalFooter>
        <Button isDisabled={choose.isPending} onClick={() => choose.mutate()}>
          {person === null ? 'Somebody new' : visible(`It is ${person.name}`)}
        </Button>
        <Button variant="link" onClick={onClose}>
          Cancel
        </Button>
      </ModalFooter>
    </Modal>
  );
}
