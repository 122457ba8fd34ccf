import { useWords } from './words.ts';

const SECTIONS = ['who', 'what', 'why', 'minors', 'whoSees', 'howLong', 'rights'] as const;

/** The privacy notice, one section per question that a person asks. */
export function Privacy() {
  const { t } = useWords();
  return (
    <article className="narrow prose">
      <h1>{t('privacy.title')}</h1>
      <p className="lead">{t('privacy.lead')}</p>
      <p className="notice">{t('privacy.unconfirmed')}</p>
      {SECTIONS.map((section) => (
        <section key={section}>
          <h2>{t(`privacy.${section}.title`)}</h2>
          {t(`privacy.${section}.words`)
            .split('\n')
            .map((line) => (
              <p key={line}>{line}</p>
            ))}
        </section>
      ))}
      <p>
        <a href="/register">{t('privacy.toRegister')}</a>
      </p>
    </article>
  );
}
