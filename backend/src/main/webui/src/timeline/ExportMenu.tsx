import { useState } from 'react';
import { Dropdown, DropdownItem, DropdownList, MenuToggle } from '@patternfly/react-core';
import { DownloadIcon } from '@patternfly/react-icons/dist/esm/icons/download-icon';
import type { Client } from '../api/client';
import type { TimelineQuery } from '../api/types';
import { useClient } from '../app/Session';
import { useToasts } from '../app/Toasts';
import { saveBlob } from '../common/files';

type Format = 'csv' | 'json' | 'ndjson';

const FORMATS: [Format, string][] = [
  ['csv', 'CSV, for spreadsheets'],
  ['json', 'JSON'],
  ['ndjson', 'NDJSON, one event a line'],
];

/** Everything that the filters find, as a file. */
export function ExportMenu({ query }: { query: TimelineQuery }) {
  const client = useClient();
  const { fail } = useToasts();
  const [isOpen, setOpen] = useState(false);
  return (
    <Dropdown
      isOpen={isOpen}
      onOpenChange={setOpen}
      onSelect={(_, format) => {
        setOpen(false);
        download(client, query, format as Format).catch((error: unknown) => fail('The export failed', error));
      }}
      popperProps={{ position: 'right' }}
      toggle={(ref) => (
        <MenuToggle
          ref={ref}
          variant="plain"
          isExpanded={isOpen}
          aria-label="Export"
          title="Export"
          onClick={() => setOpen(!isOpen)}
          icon={<DownloadIcon />}
        />
      )}
    >
      <DropdownList>
        {FORMATS.map(([format, label]) => (
          <DropdownItem key={format} value={format}>
            {label}
          </DropdownItem>
        ))}
      </DropdownList>
    </Dropdown>
  );
}

/** By fetch, as a link would not say which tenant it is for. */
async function download(client: Client, filter: TimelineQuery, format: Format) {
  const { data, response } = await client.GET('/api/events/export', {
    params: { query: { ...filter, format } },
    headers: { Accept: '*/*' },
    parseAs: 'blob',
  });
  const name =
    /filename="?([^";]+)"?/.exec(response.headers.get('Content-Disposition') ?? '')?.[1] ?? `painchain.${format}`;
  saveBlob(data, name);
}
