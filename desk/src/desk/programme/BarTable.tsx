// biome-ignore-all lint/a11y/noRedundantRoles: `display: block` takes a table's own roles away
import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLanguage } from '../../language/words.ts';
import classes from './programme.module.css';

export interface Bar {
  readonly name: string;
  readonly label: string;
  readonly value: number;
  readonly colour?: string;
  /** What the number is a goal for, or a part of. */
  readonly target?: number;
  /** The list of those who are counted. */
  readonly to?: string;
  /** What the number is made of, in a smaller line. */
  readonly detail?: string;
  /** How deep the row stands below the one before that contains it. */
  readonly depth?: number;
}

interface Props {
  readonly caption: string;
  readonly bars: readonly Bar[];
  /** The value that fills the width; the largest one otherwise. */
  readonly full?: number;
  readonly withShare?: boolean;
}

/** Numbers as a table whose rows are drawn as bars: the picture and its table are one thing. */
export function BarTable({ caption, bars, full, withShare = false }: Props) {
  const { t } = useTranslation('programme');
  const language = useLanguage();
  const number = new Intl.NumberFormat(language, { useGrouping: 'always' });
  const share = new Intl.NumberFormat(language, { style: 'percent' });
  const width =
    full ?? Math.max(1, ...bars.map(({ value, target = 0 }) => Math.max(value, target)));
  const first = bars[0]?.value ?? 0;
  return (
    <table className={classes.bars} role="table">
      <caption className="visually-hidden">{caption}</caption>
      <thead className="visually-hidden" role="rowgroup">
        <tr role="row">
          <th scope="col" role="columnheader">
            {t('bars.what')}
          </th>
          <th scope="col" role="columnheader">
            {t('bars.count')}
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {bars.map(({ name, label, value, colour, target, to, detail, depth = 0 }) => (
          <tr key={name} role="row" data-colour={colour ?? 'blue'}>
            <th scope="row" role="rowheader" data-depth={depth || undefined}>
              {to ? (
                <Anchor component={Link} to={to}>
                  {label}
                </Anchor>
              ) : (
                label
              )}
              {detail && <small>{detail}</small>}
            </th>
            <td role="cell">
              <strong>{number.format(value)}</strong>
              {target !== undefined && (
                <span>{t('bars.of-target', { target: number.format(target) })}</span>
              )}
              {withShare && first > 0 && <span>{share.format(value / first)}</span>}
              <meter
                className={classes.bar}
                aria-hidden="true"
                min={0}
                max={target ?? width}
                value={value}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
