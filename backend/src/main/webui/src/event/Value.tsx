import { Label, LabelGroup } from '@patternfly/react-core';
import { ExternalLink } from '../common/ExternalLink';
import { webAddress } from '../common/links';
import { StatusLabel } from '../common/StatusLabel';
import { Time } from '../common/Time';
import { duration } from '../common/time';
import { wordOf } from '../common/words';
import { words } from './fields';

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/;
const STATE = /^(status|state|conclusion|result)$/;
const HASH = /^[0-9a-f]{7,64}$/;
const SECONDS = /(^|_)(duration_seconds|seconds)$/;

/** A value of an event's data, by what it looks like: nobody's in particular. */
export function Value({ name, value }: { name: string; value: unknown }) {
  if (value === null || value === undefined || value === '') return <span className="pc-quiet">–</span>;
  if (typeof value === 'boolean') return <>{value ? 'Yes' : 'No'}</>;
  if (typeof value === 'number')
    return (
      <>
        {SECONDS.test(name)
          ? duration(value)
          : value.toLocaleString('en', { useGrouping: Math.abs(value) < 1e7 && !/id$|number$/.test(name) })}
      </>
    );
  if (typeof value === 'string') return <Text name={name} value={value} />;
  if (Array.isArray(value)) return <List name={name} values={value} />;
  return <Table rows={[value as Record<string, unknown>]} name={name} />;
}

function Text({ name, value }: { name: string; value: string }) {
  if (INSTANT.test(value)) return <Time at={value} />;
  if (webAddress(value) !== undefined) return <ExternalLink to={value}>{value}</ExternalLink>;
  if (STATE.test(name)) return <StatusLabel status={value} />;
  if (HASH.test(value) && /sha|commit|head|before|digest/.test(name)) return <code>{value.slice(0, 12)}</code>;
  return <>{value}</>;
}

function List({ name, values }: { name: string; values: unknown[] }) {
  if (values.length === 0) return <span className="pc-quiet">none</span>;
  if (values.every((it) => typeof it === 'object' && it !== null && !Array.isArray(it)))
    return <Table rows={values as Record<string, unknown>[]} name={name} />;
  if (name === 'files' || values.some((it) => typeof it === 'string' && it.includes('/'))) {
    return (
      <ul className="pc-list">
        {values.map((it, index) => (
          <li key={index}>
            <Value name="" value={it} />
          </li>
        ))}
      </ul>
    );
  }
  return (
    <LabelGroup numLabels={12}>
      {values.map((it, index) => (
        <Label key={index} variant="outline" isCompact>
          {wordOf(it)}
        </Label>
      ))}
    </LabelGroup>
  );
}

const ADDRESS = /(^|_)url$/;
const NAMES = ['name', 'filename', 'path', 'title', 'login', 'id'];

/** Things with fields: files, jobs, assets. An address makes the first column a link. */
function Table({ rows, name }: { rows: Record<string, unknown>[]; name: string }) {
  const keys = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const address = keys.find((key) => ADDRESS.test(key) && rows.some((row) => webAddress(row[key]) !== undefined));
  const first = NAMES.find((key) => keys.includes(key));
  const columns = [...(first === undefined ? [] : [first]), ...keys.filter((key) => key !== first && key !== address)];
  return (
    <div className="pc-table-holder" tabIndex={0} role="region" aria-label={words(name)}>
      <table className="pc-table">
        <thead>
          <tr>
            {columns.map((key) => (
              <th key={key} scope="col">
                {words(key)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              {columns.map((key, place) => (
                <td key={key}>
                  {place === 0 && address !== undefined ? (
                    <ExternalLink to={wordOf(row[address])}>{wordOf(row[key] ?? '–')}</ExternalLink>
                  ) : (
                    <Value name={key} value={row[key]} />
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
