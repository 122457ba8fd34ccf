import { useWords } from './words.ts';

const OFFERS = ['talk', 'learn', 'try', 'change'] as const;

/** The first thing a young person sees: what this is, and one button. */
export function Welcome() {
  const { t } = useWords();
  return (
    <>
      <section className="hero">
        <div className="wide">
          <h1>{t('welcome.title')}</h1>
          <p className="lead">{t('welcome.lead')}</p>
          <p>
            <a className="button big" href="/register">
              {t('welcome.register')}
            </a>
          </p>
          <p className="quiet">{t('welcome.minutes')}</p>
        </div>
      </section>
      <section className="wide offers">
        <h2>{t('welcome.offers')}</h2>
        <ul>
          {OFFERS.map((offer) => (
            <li key={offer}>
              <h3>{t(`welcome.offer.${offer}.title`)}</h3>
              <p>{t(`welcome.offer.${offer}.words`)}</p>
            </li>
          ))}
        </ul>
      </section>
      <section className="wide next">
        <h2>{t('welcome.next')}</h2>
        <ol className="line">
          {(['register', 'call', 'meet', 'go'] as const).map((step) => (
            <li key={step}>
              <strong>{t(`welcome.step.${step}.title`)}</strong>
              <span>{t(`welcome.step.${step}.words`)}</span>
            </li>
          ))}
        </ol>
        <p>
          <a className="button" href="/register">
            {t('welcome.register')}
          </a>
        </p>
      </section>
      <section className="wide also">
        <div className="card">
          <h2>{t('welcome.haveLink')}</h2>
          <p>{t('welcome.haveLinkWords')}</p>
          <a href="/my-pathway">{t('welcome.toMyPathway')}</a>
        </div>
        <div className="card">
          <h2>{t('welcome.helping')}</h2>
          <p>{t('welcome.helpingWords')}</p>
          <a href="/register#helping">{t('welcome.registerSomeone')}</a>
        </div>
      </section>
    </>
  );
}
