import { useEffect, useRef } from 'react';
import { useWords } from '../words.ts';
import { AGES } from './draft.ts';

/** A kind no, and where to go instead. */
export function NotOurAge({ age, back }: { age: number; back: () => void }) {
  const { t } = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const which = age < AGES.first ? 'young' : 'old';
  return (
    <div className="narrow">
      <h1 tabIndex={-1} ref={heading}>
        {t(`age.${which}.title`)}
      </h1>
      <p className="lead">{t(`age.${which}.words`)}</p>
      <h2>{t('age.where')}</h2>
      <ul>
        {t(`age.${which}.places`)
          .split('\n')
          .map((place) => (
            <li key={place}>{place}</li>
          ))}
      </ul>
      <div className="buttons">
        <button type="button" className="button plain" onClick={back}>
          {t('age.back')}
        </button>
      </div>
    </div>
  );
}
