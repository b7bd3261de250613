import { Label, LabelGroup } from '@patternfly/react-core';
import { ExternalLink } from '../common/ExternalLink';
import { webAddress } from '../common/links';
import { StatusLabel } from '../common/StatusLabel';
import { Time } from '../common/Time';
import { duration } from '../common/time';
import { wordOf } from '../common/words';
import { words } from './fields';
import { ForeignText } from '../common/ForeignText';
import { visible } from '../common/foreign';

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/;
/** What is drawn of a list or a table; all of it is under JSON. */
const MOST_ITEMS = 500;
const MOST_ROWS = 100;
const MOST_COLUMNS = 12;

const STATE = /^(status|state|conclusion|result)$/;
const HASH = /^[0-9a-f]{7,64}$/;
const SECONDS = /(^|_)(duration_seconds|seconds)$/;

/** A value of an event's data, by what it looks like: nobody's in particular. */
export function Value({ name, value }: { name: string; value: unknown }) {
  if (value === null || value === undefined || value === '') return <span className="pc-quiet">–</span>;
  if (typeof value === 'boolean') return <>{value ? 'Yes' : 'No'}</>;
  if (typeof value === 'number') return <Figure name={name} value={value} />;
  if (typeof value === 'string') return <Text name={name} value={value} />;
  if (Array.isArray(value)) return <List name={name} values={value} />;
  return <Table rows={[value as Record<string, unknown>]} name={name} />;
}

function Figure({ name, value }: { name: string; value: number }) {
  if (!SECONDS.test(name)) {
    return <>{value.toLocaleString('en', { useGrouping: Math.abs(value) < 1e7 && !/id$|number$/.test(name) })}</>;
  }
  return <>{duration(value) ?? <span className="pc-quiet">N/A – no time that anything can take</span>}</>;
}

function Text({ name, value }: { name: string; value: string }) {
  if (INSTANT.test(value)) return <Time at={value} />;
  if (webAddress(value) !== undefined)
    return (
      <ExternalLink to={value}>
        <ForeignText text={value} />
      </ExternalLink>
    );
  if (STATE.test(name)) return <StatusLabel status={value} />;
  if (HASH.test(value) && /sha|commit|head|before|digest/.test(name)) return <code>{value.slice(0, 12)}</code>;
  return <ForeignText text={value} />;
}

function List({ name, values }: { name: string; values: unknown[] }) {
  if (values.length === 0) return <span className="pc-quiet">none</span>;
  if (values.every((it) => typeof it === 'object' && it !== null && !Array.isArray(it)))
    return <Table rows={values as Record<string, unknown>[]} name={name} />;
  if (name === 'files' || values.some((it) => typeof it === 'string' && it.includes('/'))) {
    return (
      <ul className="pc-list">
        {values.slice(0, MOST_ITEMS).map((it, index) => (
          <li key={index}>
            <Value name="" value={it} />
          </li>
        ))}
        {values.length > MOST_ITEMS && <li className="pc-quiet">{values.length - MOST_ITEMS} more are under JSON.</li>}
      </ul>
    );
  }
  return (
    <LabelGroup numLabels={12}>
      {values.slice(0, MOST_ITEMS).map((it, index) => (
        <Label key={index} variant="outline" isCompact>
          {visible(wordOf(it))}
        </Label>
      ))}
    </LabelGroup>
  );
}

const ADDRESS = /(^|_)url$/;
const NAMES = ['name', 'filename', 'path', 'title', 'login', 'id'];

/** Things with fields: files, jobs, assets. An address makes the first column a link. */
function Table({ rows: all, name }: { rows: Record<string, unknown>[]; name: string }) {
  const rows = all.slice(0, MOST_ROWS);
  const keys = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const address = keys.find((key) => ADDRESS.test(key) && rows.some((row) => webAddress(row[key]) !== undefined));
  const first = NAMES.find((key) => keys.includes(key));
  const columns = [
    ...(first === undefined ? [] : [first]),
    ...keys.filter((key) => key !== first && key !== address),
  ].slice(0, MOST_COLUMNS);
  return (
    <div className="pc-table-holder" tabIndex={0} role="region" aria-label={visible(words(name))}>
      <table className="pc-table">
        <thead>
          <tr>
            {columns.map((key) => (
              <th key={key} scope="col">
                {visible(words(key))}
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
                    <ExternalLink to={wordOf(row[address])}>
                      <ForeignText text={wordOf(row[key] ?? '–')} />
                    </ExternalLink>
                  ) : (
                    <Value name={key} value={row[key]} />
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <More count={all.length - rows.length} />
    </div>
  );
}

function More({ count }: { count: number }) {
  return count > 0 ? <p className="pc-quiet">{count} more are under JSON.</p> : null;
}
