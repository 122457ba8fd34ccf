import type { PathwayDocument } from '@percorso/engine';
import { type ComponentType, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../language/words.ts';
import { useRead } from '../api/queries.ts';
import { useBeforePrint } from '../shell/useBeforePrint.ts';
import classes from './programme.module.css';

interface Props {
  readonly id: string;
  readonly version: number;
}

type Drawing = ComponentType<{ document: PathwayDocument; language: 'it' | 'en' }>;

/** The whole pathway on a sheet of its own: the map on the screen shows a part, to be moved. */
export function PrintedDrawing({ id, version }: Props) {
  const { t } = useTranslation('programme');
  const language = useLanguage();
  const read = useRead('readPathwayVersion', { params: { id, version } });
  const [isPrinted, setPrinted] = useState(false);
  const Drawing = useDrawing();
  useBeforePrint(() => setPrinted(true));
  if (!isPrinted || !Drawing || !read.data) return null;
  return (
    <section className={`${classes.drawing} across only-print`} aria-label={t('pathways.map')}>
      {/* The server serves only documents that its engine has parsed. */}
      <Drawing document={read.data.document as PathwayDocument} language={language} />
    </section>
  );
}

/** Fetched beforehand, since printing waits for nothing; without it the lists are printed. */
function useDrawing(): Drawing | undefined {
  const [drawing, setDrawing] = useState<{ readonly Drawing: Drawing }>();
  useEffect(() => {
    import('@percorso/designer/pictures').then(
      ({ PathwayDrawing }) => setDrawing({ Drawing: PathwayDrawing }),
      () => undefined,
    );
  }, []);
  return drawing?.Drawing;
}
