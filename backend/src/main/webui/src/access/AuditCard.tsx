import { useState } from 'react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Card, CardBody, CardTitle, FormSelect, FormSelectOption, TextInput } from '@patternfly/react-core';
import { DownloadIcon } from '@patternfly/react-icons/dist/esm/icons/download-icon';
import { sentence } from '../api/problem';
import type { AuditEntry } from '../api/types';
import { useKey } from '../app/queries';
import { useClient } from '../app/Session';
import { useToasts } from '../app/Toasts';
import { saveBlob } from '../common/files';
import { ForeignText } from '../common/ForeignText';
import { Time } from '../common/Time';
import { visible } from '../common/foreign';
import { auditFilter, change, KINDS, NO_FILTER, type AuditFilter } from './audit';

const PAGE = 50;

/** Who changed what, the newest first. */
export function AuditCard() {
  const client = useClient();
  const key = useKey();
  const { fail } = useToasts();
  const [filter, setFilter] = useState<AuditFilter>(NO_FILTER);
  const query = auditFilter(filter);
  const log = useInfiniteQuery({
    queryKey: key('/api/audit', query),
    queryFn: async ({ pageParam, signal }) => {
      const page = { ...query, limit: String(PAGE), cursor: pageParam };
      const { data } = await client.GET('/api/audit', { params: { query: page }, signal });
      return data ?? [];
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => (last.length < PAGE ? undefined : String(last.at(-1)?.seq)),
  });
  const entries = log.data?.pages.flat() ?? [];
  const save = async () => {
    const { data } = await client.GET('/api/audit/export', {
      params: { query: { ...query, format: 'csv' } },
      headers: { Accept: '*/*' },
      parseAs: 'blob',
    });
    saveBlob(data, 'painchain-audit.csv');
  };
  return (
    <Card isCompact className="pc-above">
      <CardTitle component="h2">Audit log</CardTitle>
      <CardBody>
        <div className="pc-row pc-audit-filter">
          <FormSelect
            aria-label="Kind of object"
            className="pc-short"
            value={filter.kind}
            onChange={(_, kind) => setFilter({ ...filter, kind })}
          >
            {KINDS.map(([value, label]) => (
              <FormSelectOption key={value} value={value} label={label} />
            ))}
          </FormSelect>
          <TextInput
            aria-label="Name of the user or key"
            className="pc-short"
            placeholder="who"
            value={filter.actor}
            onChange={(_, actor) => setFilter({ ...filter, actor })}
          />
          <TextInput
            aria-label="From this day on"
            className="pc-short"
            type="date"
            value={filter.from}
            onChange={(_, from) => setFilter({ ...filter, from })}
          />
          <Button
            variant="secondary"
            icon={<DownloadIcon />}
            onClick={() => void save().catch((error: unknown) => fail('The export failed', error))}
          >
            Export
          </Button>
        </div>
        {log.error !== null && <p role="alert">{sentence(log.error)}</p>}
        {log.data !== undefined && entries.length === 0 && <p className="pc-above pc-quiet">Nothing was changed.</p>}
        {entries.length > 0 && <AuditTable entries={entries} />}
        {log.hasNextPage && (
          <Button variant="link" isLoading={log.isFetchingNextPage} onClick={() => void log.fetchNextPage()}>
            Show more
          </Button>
        )}
      </CardBody>
    </Card>
  );
}

function AuditTable({ entries }: { entries: AuditEntry[] }) {
  return (
    <div className="pc-table-holder pc-above" tabIndex={0} role="region" aria-label="Audit log">
      <table className="pc-table pc-full">
        <thead>
          <tr>
            <th scope="col">When</th>
            <th scope="col">Who</th>
            <th scope="col">What</th>
            <th scope="col">Change</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.seq}>
              <td>
                <Time at={entry.at} />
              </td>
              <td className="pc-wrap">
                <ForeignText text={entry.actor ?? 'somebody'} />{' '}
                <span className="pc-quiet">{visible([entry.role, entry.address].filter(Boolean).join(', '))}</span>
              </td>
              <td className="pc-wrap">
                {visible(entry.action)} <span className="pc-quiet">{visible(entry.objectId ?? '')}</span>
              </td>
              <td>
                <pre className="pc-audit-change">{visible(change(entry.before, entry.after))}</pre>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
