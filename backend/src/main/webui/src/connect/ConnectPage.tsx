import { useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Form, FormGroup, Label, Radio } from '@patternfly/react-core';
import { Link, useNavigate, useParams } from 'react-router';
import { answer } from '../api/client';
import { Problem, sentence } from '../api/problem';
import type { ConnectWay } from '../api/types';
import { useConnectors } from '../app/queries';
import { useAddress, useClient } from '../app/Session';
import { visible } from '../common/foreign';
import { PageFrame } from '../common/PageFrame';
import { Loading, Nothing } from '../common/states';
import { WayInput } from './WayInput';
import { wayOn } from './connecting';
import './connect.css';

type Inputs = Record<string, string>;

/** Agreeing at the provider instead of entering a token. */
export default function ConnectPage() {
  const { type } = useParams();
  const { connectors, loaded } = useConnectors();
  const connector = connectors.find((it) => it.id === type);
  if (!loaded) return <Loading what="the connector" />;
  if (connector === undefined || (connector.connect ?? []).length === 0)
    return <Nothing title="Nothing to connect">This connector knows no way to connect without a token.</Nothing>;
  return (
    <PageFrame
      title={visible(`Connect ${connector.displayName}`)}
      about={`You agree at ${visible(connector.displayName)}, and come back here. No token is entered.`}
    >
      <Ways type={connector.id} provider={visible(connector.displayName)} ways={connector.connect ?? []} />
    </PageFrame>
  );
}

function Ways({ type, provider, ways }: { type: string; provider: string; ways: ConnectWay[] }) {
  const client = useClient();
  const navigate = useNavigate();
  const address = useAddress();
  const [chosen, setChosen] = useState(ways[0]?.id);
  const [inputs, setInputs] = useState<Inputs>({});
  const way = ways.find((it) => it.id === chosen);
  const starting = useMutation({
    mutationFn: () =>
      answer(client.POST('/api/integrations/connect', { body: { type, way: chosen, inputs: entered(way, inputs) } })),
    onSuccess: (flow) => {
      const next = wayOn(flow);
      if (next !== undefined) window.location.assign(next);
      else void navigate(address(`/integrations/connect/${flow.id}`));
    },
  });
  const problem = starting.error instanceof Problem ? starting.error : undefined;

  return (
    <Form
      className="pc-connect"
      onSubmit={(event) => {
        event.preventDefault();
        starting.mutate();
      }}
    >
      <FormGroup role="radiogroup" label="How" fieldId="connect-way">
        {ways.map((it) => (
          <Radio
            key={it.id}
            id={`way-${it.id}`}
            name="way"
            label={visible(it.displayName)}
            description={visible(it.description)}
            isChecked={it.id === chosen}
            onChange={() => setChosen(it.id)}
          />
        ))}
      </FormGroup>
      {(way?.scopes ?? []).length > 0 && (
        <div className="pc-scopes">
          <span className="pc-quiet">It asks for</span>
          {way?.scopes?.map((scope) => (
            <Label key={scope} isCompact>
              {visible(scope)}
            </Label>
          ))}
        </div>
      )}
      {way?.inputs?.map((input) => (
        <WayInput
          key={`${way.id} ${input.name}`}
          input={input}
          value={inputs[input.name] ?? ''}
          complaint={problem?.about(`/inputs/${input.name}`)}
          onValue={(value) => setInputs({ ...inputs, [input.name]: value })}
        />
      ))}
      {starting.error !== null && (
        <Alert component="h2" variant="danger" isInline isLiveRegion title="Nothing was begun">
          {sentence(starting.error)}
        </Alert>
      )}
      <div className="pc-row">
        <Button type="submit" isLoading={starting.isPending} isDisabled={starting.isPending || starting.isSuccess}>
          Continue to {provider}
        </Button>
        <Link to={address(`/integrations/new/${type}`)}>Enter a token instead</Link>
      </div>
    </Form>
  );
}

/** What another way asks for stays here. */
function entered(way: ConnectWay | undefined, inputs: Inputs): Inputs {
  const names = (way?.inputs ?? []).map((it) => it.name);
  return Object.fromEntries(Object.entries(inputs).filter(([name, value]) => names.includes(name) && value !== ''));
}
