import { Progress as Bar, Text } from '@mantine/core';
import type { MigrationView } from '@percorso/server/contract';
import { useTranslation } from 'react-i18next';
import classes from './redesign.module.css';

const ANNOUNCED_PARTS = 4;

/** How far something has come; heard at each quarter, not at every person. */
export function Progress({ plan }: { readonly plan: MigrationView }) {
  const { t } = useTranslation('redesign');
  const { done, total } = plan.progress;
  const share = total === 0 ? 0 : done / total;
  const quarter = Math.floor(share * ANNOUNCED_PARTS) / ANNOUNCED_PARTS;
  const doing = t(`progress.${plan.status}`);
  return (
    <div className={classes.progress}>
      <Text fw={600}>{doing}</Text>
      <Bar.Root size="xl" bg="var(--it-color-slate-93)">
        <Bar.Section
          value={share * 100}
          aria-label={doing}
          aria-valuetext={t('progress.part', { done, total })}
        />
      </Bar.Root>
      <Text c="dimmed">{total > 0 && t('progress.part', { done, total })}</Text>
      <span className="visually-hidden" role="status">
        {doing} {quarter > 0 && t('progress.percent', { percent: quarter * 100 })}
      </span>
    </div>
  );
}
