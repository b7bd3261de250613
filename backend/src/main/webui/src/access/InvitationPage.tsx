import { useMutation } from '@tanstack/react-query';
import { Alert, Button } from '@patternfly/react-core';
import { useLocation } from 'react-router';
import { answer, newClient } from '../api/client';
import { sentence } from '../api/problem';
import { useCaller } from '../app/Caller';
import { visible } from '../common/foreign';
import { LonePage } from './LonePage';

/** The link's secret stands behind the #, which no server is sent; what it is for, only the backend knows. */
export default function InvitationPage() {
  const me = useCaller();
  const token = useLocation().hash.slice(1);
  const joining = useMutation({
    mutationFn: () => answer(newClient().POST('/api/invitations/acceptance', { body: { token } })),
    // The whole page anew: everything in it was of somebody who did not belong here.
    onSuccess: (joined) =>
      window.location.replace(joined.tenantId === null ? '/' : `/?tenant=${encodeURIComponent(joined.tenantId)}`),
  });
  if (me.user === null) {
    return (
      <LonePage title="An invitation">
        Invitations are for people, and you use a key. Sign out, then sign in with your organization.
      </LonePage>
    );
  }
  return (
    <LonePage title="You are invited to PainChain">
      <p>You are signed in as {visible(me.user.email ?? me.name ?? '')}.</p>
      {joining.error !== null && (
        <Alert variant="danger" isInline isLiveRegion title="Not joined" className="pc-above">
          {sentence(joining.error)}
        </Alert>
      )}
      <Button
        className="pc-above"
        isDisabled={token === '' || joining.isPending || joining.isSuccess}
        isLoading={joining.isPending}
        onClick={() => joining.mutate()}
      >
        Join
      </Button>
    </LonePage>
  );
}
