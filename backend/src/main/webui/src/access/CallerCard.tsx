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
          Nobody signs in here: whoever reaches this page may do everything. Set PAINCHAIN_AUTH=keys where others reach
          it.
        </CardBody>
      </Card>
    );
  }
  return (
    <Card isCompact>
      <CardTitle component="h2">You</CardTitle>
      <CardBody>
        <Facts
          facts={[
            ['Signed in with the key', <ForeignText key="name" text={me.name ?? ''} />],
            ['Role', me.role ?? '–'],
            ['Tenant', me.tenantId ?? 'the self-hosted one'],
            ['You may', me.rights.join(', ')],
            ['The key ends', me.expiresAt === null ? 'when it is revoked' : <Time key="end" at={me.expiresAt} />],
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
