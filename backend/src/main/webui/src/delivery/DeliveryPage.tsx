import { useSearchParams } from 'react-router';
import { Alert, Button, FormSelect, FormSelectOption, Title } from '@patternfly/react-core';
import { DownloadIcon } from '@patternfly/react-icons/dist/esm/icons/download-icon';
import type { Client } from '../api/client';
import type { DeliveryMetrics } from '../api/types';
import { useRead } from '../app/queries';
import { useClient } from '../app/Session';
import { useToasts } from '../app/Toasts';
import { saveBlob } from '../common/files';
import { visible } from '../common/foreign';
import { PageFrame } from '../common/PageFrame';
import { Failed, Loading, Nothing } from '../common/states';
import { useNow } from '../common/useNow';
import { FigureCard } from './FigureCard';
import { FIVE, STEPS } from './figures';
import './delivery.css';

const WEEK = 7 * 24 * 3_600_000;
const WINDOWS = [4, 12, 26, 52];
const USUAL = 12;

export default function DeliveryPage() {
  const [parameters, setParameters] = useSearchParams();
  const { data: services, error, refetch } = useRead('/api/metrics/delivery/services');
  const service = parameters.get('service') ?? services?.[0]?.service ?? null;
  const weeks = WINDOWS.find((it) => String(it) === parameters.get('weeks')) ?? USUAL;
  const choose = (name: string, value: string) => {
    const next = new URLSearchParams(parameters);
    next.set(name, value);
    setParameters(next);
  };

  return (
    <PageFrame
      title="Delivery"
      about="How changes of one service get to its users. Each figure says what it is made of and what was left out; none is of persons."
    >
      {services === undefined && error === null && <Loading what="services" />}
      {services === undefined && error !== null && (
        <Failed what="The services" error={error} retry={() => void refetch()} />
      )}
      {services?.length === 0 && service === null && (
        <Nothing title="No deployments yet">
          They come with an integration whose provider tells of deployments, or by hand: an event whose data says role
          “carrier”, environment and version.
        </Nothing>
      )}
      {service !== null && services !== undefined && (
        <>
          <div className="pc-row pc-delivery-choice">
            <FormSelect
              aria-label="Service"
              value={service}
              onChange={(_, value) => choose('service', value)}
              className="pc-delivery-service"
            >
              {[...new Set([service, ...services.map((it) => it.service)])].map((name) => (
                <FormSelectOption key={name} value={name} label={visible(name)} />
              ))}
            </FormSelect>
            <FormSelect
              aria-label="How long back"
              value={String(weeks)}
              onChange={(_, value) => choose('weeks', value)}
              className="pc-delivery-window"
            >
              {WINDOWS.map((it) => (
                <FormSelectOption key={it} value={String(it)} label={`${it} weeks`} />
              ))}
            </FormSelect>
          </div>
          <Figures key={service} service={service} weeks={weeks} />
        </>
      )}
    </PageFrame>
  );
}

function Figures({ service, weeks }: { service: string; weeks: number }) {
  const client = useClient();
  const { fail } = useToasts();
  // Whole minutes, so that the same answer is asked for once.
  const now = Math.ceil(useNow() / 60_000) * 60_000;
  const query = { service, from: new Date(now - weeks * WEEK).toISOString(), to: new Date(now).toISOString() };
  const { data, error, refetch } = useRead('/api/metrics/delivery', { query });
  if (data === undefined) {
    return error === null ? (
      <Loading what="figures" />
    ) : (
      <Failed what="The figures" error={error} retry={() => void refetch()} />
    );
  }
  return (
    <>
      <Coverage delivery={data} />
      <div className="pc-row pc-delivery-head">
        <Title headingLevel="h2" className="pc-grow">
          DORA’s five
        </Title>
        <Button
          variant="secondary"
          icon={<DownloadIcon />}
          onClick={() => {
            download(client, query).catch((failure: unknown) => fail('The export failed', failure));
          }}
        >
          Export as CSV
        </Button>
      </div>
      <ul className="pc-cards pc-plain" aria-label="DORA’s five">
        {FIVE.map((figure) => (
          <FigureCard key={figure.id} delivery={data} figure={figure} />
        ))}
      </ul>
      <Title headingLevel="h2" className="pc-delivery-head">
        Steps of what was shipped
      </Title>
      <ul className="pc-cards pc-plain" aria-label="Steps of what was shipped">
        {STEPS.map((figure) => (
          <FigureCard key={figure.id} delivery={data} figure={figure} />
        ))}
      </ul>
    </>
  );
}

function Coverage({ delivery }: { delivery: DeliveryMetrics }) {
  const { verdict, sentence, projects } = delivery.coverage;
  const isWhole = verdict === 'complete';
  return (
    <Alert
      isInline
      isPlain
      component="h2"
      variant={isWhole ? 'success' : 'warning'}
      title={
        isWhole
          ? 'Everything of this time was read.'
          : `Not everything of this time is known to be read: ${visible(sentence)}`
      }
    >
      {!isWhole && projects.length > 1 && (
        <ul className="pc-list">
          {projects.map((it) => (
            <li key={it.project}>{visible(`${it.project}: ${it.sentence}`)}</li>
          ))}
        </ul>
      )}
    </Alert>
  );
}

/** By fetch, as a link would not say which tenant it is for. */
async function download(client: Client, query: { service: string; from: string; to: string }) {
  const { data } = await client.GET('/api/metrics/delivery/export', {
    params: { query },
    headers: { Accept: '*/*' },
    parseAs: 'blob',
  });
  saveBlob(data, 'painchain-delivery.csv');
}
