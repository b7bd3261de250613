import { useState, type FormEvent } from 'react';
import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Form, FormGroup, TextInput } from '@patternfly/react-core';
import { sentence } from '../api/problem';
import { useRead } from '../app/queries';
import { useClient } from '../app/Session';
import { LonePage } from './LonePage';
import { outcome, rememberPlace } from './returning';

/** By a key, or at the provider, or either; as the backend says. */
export function SignInPage({ onSignedIn }: { onSignedIn: () => void }) {
  const { data: ways } = useRead('/api/session');
  const failure = outcome(window.location.search);
  return (
    <LonePage title="Sign in to PainChain">
      {failure !== undefined && (
        <Alert variant="danger" isInline isLiveRegion title="Not signed in" className="pc-below">
          {failure}
        </Alert>
      )}
      {ways?.provider === true && (
        <Button component="a" href="/login" isBlock onClick={rememberPlace}>
          Sign in with your organization
        </Button>
      )}
      {ways?.provider === true && ways.key && <p className="pc-or pc-quiet">or with an API key</p>}
      {ways?.key === true && <KeyForm onSignedIn={onSignedIn} isFirst={!ways.provider} />}
    </LonePage>
  );
}

/** The key becomes a cookie that no script reads. */
function KeyForm({ onSignedIn, isFirst }: { onSignedIn: () => void; isFirst: boolean }) {
  const client = useClient();
  const [typed, setTyped] = useState('');
  const signIn = useMutation({
    mutationFn: () => client.POST('/api/session', { body: { key: typed.trim() } }),
    onSuccess: onSignedIn,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (typed.trim() !== '') signIn.mutate();
  };
  return (
    <Form onSubmit={submit}>
      <FormGroup label="API key" isRequired fieldId="sign-in-key">
        <TextInput
          id="sign-in-key"
          type="password"
          isRequired
          autoFocus={isFirst}
          autoComplete="current-password"
          placeholder="pck_…"
          maxLength={200}
          value={typed}
          onChange={(_, text) => setTyped(text)}
        />
      </FormGroup>
      {signIn.error !== null && (
        <Alert variant="danger" isInline isLiveRegion title="Not signed in">
          {sentence(signIn.error)}
        </Alert>
      )}
      <Button
        type="submit"
        variant={isFirst ? 'primary' : 'secondary'}
        isDisabled={typed.trim() === '' || signIn.isPending}
        isLoading={signIn.isPending}
      >
        Sign in
      </Button>
      <p className="pc-quiet">
        Your administrator makes a key for you. It stays in this browser until you sign out or the browser ends.
      </p>
    </Form>
  );
}
