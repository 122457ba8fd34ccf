// biome-ignore-all lint/a11y/noRedundantRoles: `display: block` takes a table's own roles away
import type { ReactNode } from 'react';
import classes from './programme.module.css';

export interface Column<Row> {
  /** Its heading; also said before the value where the table becomes cards. */
  readonly label: string;
  readonly cell: (row: Row) => ReactNode;
  readonly isNumber?: boolean;
  /** Buttons explain themselves: the heading isn't said before them. */
  readonly isActions?: boolean;
}

interface Props<Row> {
  /** What the table is about, for those who do not see the heading above it. */
  readonly caption: string;
  /** The first column names the row. */
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
}

/** A table where there is room; the same rows as cards on a phone. */
export function DataTable<Row>({ caption, columns, rows, keyOf }: Props<Row>) {
  return (
    <table className={classes.table} role="table">
      <caption className="visually-hidden">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map(({ label, isNumber }) => (
            <th key={label} scope="col" role="columnheader" data-number={isNumber}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={keyOf(row)} role="row">
            {columns.map(({ label, cell, isNumber, isActions }, index) =>
              index === 0 ? (
                <th key={label} scope="row" role="rowheader">
                  {cell(row)}
                </th>
              ) : (
                <td
                  key={label}
                  role="cell"
                  data-label={isActions ? undefined : label}
                  data-number={isNumber}
                >
                  {cell(row)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
