import { Button } from '@patternfly/react-core';
import type { Me } from '../api/types';
import { useClient } from '../app/Session';
import { visible } from '../common/foreign';
import { LonePage } from './LonePage';
import { useSignOut } from './useSignOut';

/** Signed in, and no member of what is asked for. */
export function GuestPage({ me }: { me: Me }) {
  const { tenant } = useClient();
  const signOut = useSignOut();
  return (
    <LonePage title="You belong to no tenant yet">
      <p>
        You are signed in as {visible(me.user?.email ?? me.name ?? '')}. Ask an administrator to invite you by your
        e-mail address{tenant === undefined ? '' : ` to ${tenant}`}, and open the link that they send. Who was suspended
        is let in again by an administrator too.
      </p>
      {me.user?.email === null && <p>Your provider does not say that your address is verified, which it has to be.</p>}
      <Button variant="secondary" className="pc-above" isDisabled={signOut.isPending} onClick={() => signOut.mutate()}>
        Sign out
      </Button>
    </LonePage>
  );
}
