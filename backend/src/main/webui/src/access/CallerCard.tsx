import type { ReactNode } from 'react';
import { Button, Card, CardBody, CardTitle } from '@patternfly/react-core';
import { useCaller } from '../app/Caller';
import { ForeignText } from '../common/ForeignText';
import { Time } from '../common/Time';
import { Facts } from '../system/Section';
import { useSignOut } from './useSignOut';

/** Who am I. */
export function CallerCard() {
  const me = useCaller();
  const signOut = useSignOut();
  if (me.mode === 'open') {
    return (
      <Card isCompact>
        <CardTitle component="h2">You</CardTitle>
        <CardBody>
          Nobody signs in here: whoever reaches this page may do everything. Set PAINCHAIN_AUTH=keys or oidc where
          others reach it.
        </CardBody>
      </Card>
    );
  }
  const isPerson = me.user !== null;
  const never = isPerson ? 'when you sign out' : 'when it is revoked';
  return (
    <Card isCompact>
      <CardTitle component="h2">You</CardTitle>
      <CardBody>
        <Facts
          facts={[
            [isPerson ? 'Signed in as' : 'Signed in with the key', <ForeignText key="name" text={me.name ?? ''} />],
            ...(me.user === null
              ? []
              : [['E-mail', <ForeignText key="mail" text={me.user.email ?? '–'} />] as [string, ReactNode]]),
            ['Role', me.role ?? '–'],
            ['Tenant', me.tenantId ?? 'the self-hosted one'],
            ['You may', me.rights.join(', ')],
            [
              isPerson ? 'The session ends' : 'The key ends',
              me.expiresAt === null ? never : <Time key="end" at={me.expiresAt} />,
            ],
          ]}
        />
        <Button
          variant="secondary"
          className="pc-above"
          isDisabled={signOut.isPending}
          onClick={() => signOut.mutate()}
        >
          Sign out
        </Button>
      </CardBody>
    </Card>
  );
}
