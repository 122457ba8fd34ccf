import { Button, Skeleton, Tabs } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../language/words.ts';
import classes from './case.module.css';
import { useCase } from './case-context.ts';
import { Section } from './Section.tsx';

const PathwayMap = lazy(async () => ({
  default: (await import('@percorso/designer/map')).PathwayMap,
}));
const PathwayOutline = lazy(async () => ({
  default: (await import('@percorso/designer/map')).PathwayOutline,
}));

/** The pathway with the way walked and the present steps: drawn, or as a list on a phone. */
export function Where() {
  const { t } = useTranslation('case');
  const language = useLanguage();
  const isPhone = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false });
  const { document, view } = useCase();
  const [isWhole, setWhole] = useState(false);
  if (!document) return <Skeleton height={320} />;
  const shown = {
    document,
    language,
    presentSteps: view.presentSteps,
    walkedSteps: view.walkedSteps,
  };
  return (
    <Section title={t('where.title')} className="no-print">
      <Tabs defaultValue={isPhone ? 'list' : 'map'} keepMounted={false}>
        <Tabs.List mb="md">
          <Tabs.Tab value="map">{t('where.map')}</Tabs.Tab>
          <Tabs.Tab value="list">{t('where.list')}</Tabs.Tab>
        </Tabs.List>
        <Suspense fallback={<Skeleton height={320} />}>
          <Tabs.Panel value="map">
            <div className={classes.map}>
              <PathwayMap {...shown} />
            </div>
          </Tabs.Panel>
          <Tabs.Panel value="list">
            <PathwayOutline {...shown} isBrief={!isWhole} />
            <Button
              mt="sm"
              variant="subtle"
              aria-expanded={isWhole}
              onClick={() => setWhole(!isWhole)}
            >
              {t(isWhole ? 'where.less' : 'where.more')}
            </Button>
          </Tabs.Panel>
        </Suspense>
      </Tabs>
    </Section>
  );
}
