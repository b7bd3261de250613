import type { ReactNode } from 'react';
import { sentence } from '../api/problem';

export interface Column<T> {
  title: string;
  /** Of buttons, which say themselves what they are. */
  isUntitled?: boolean;
  /** For longer text. */
  wraps?: boolean;
  cell: (row: T) => ReactNode;
}

interface ListingProps<T> {
  label: string;
  /** What to say where there is nothing. */
  nothing: string;
  rows: T[] | undefined;
  error: Error | null;
  columns: Column<T>[];
}

/** The newest rows of a list that is read again and again. */
export function Listing<T extends { id: string }>({ label, nothing, rows, error, columns }: ListingProps<T>) {
  if (rows === undefined) return error === null ? null : <p role="alert">{sentence(error)}</p>;
  if (rows.length === 0) return <p className="pc-above pc-quiet">{nothing}</p>;
  return (
    <div className="pc-table-holder pc-above" tabIndex={0} role="region" aria-label={label}>
      <table className="pc-table pc-listing">
        <thead>
          <tr>
            {columns.map(({ title, isUntitled }) => (
              <th key={title} scope="col">
                {isUntitled === true ? <span className="pc-hidden">{title}</span> : title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              {columns.map(({ title, wraps, cell }) => (
                <td key={title} className={wraps === true ? 'pc-wrap' : undefined}>
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
