import { useState, type FormEvent } from 'react';
import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Card, CardBody, CardTitle, Form, FormGroup, TextInput } from '@patternfly/react-core';
import { sentence } from '../api/problem';
import { useClient } from '../app/Session';
import './access.css';

/** The key becomes a cookie that no script reads. */
export function SignInPage({ onSignedIn }: { onSignedIn: () => void }) {
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
    <main className="pc-sign-in">
      <Card>
        <CardTitle component="h1">
          <img src="/favicon.svg" alt="" width={28} height={28} /> Sign in to PainChain
        </CardTitle>
        <CardBody>
          <Form onSubmit={submit}>
            <FormGroup label="API key" isRequired fieldId="sign-in-key">
              <TextInput
                id="sign-in-key"
                type="password"
                isRequired
                autoFocus
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
            <Button type="submit" isDisabled={typed.trim() === '' || signIn.isPending} isLoading={signIn.isPending}>
              Sign in
            </Button>
            <p className="pc-quiet">
              Your administrator makes a key for you. It stays in this browser until you sign out or the browser ends.
            </p>
          </Form>
        </CardBody>
      </Card>
    </main>
  );
}
