import { useTranslation } from 'react-i18next';
import classes from './shell.module.css';

export function Footer() {
  const { t } = useTranslation('common');
  return (
    <footer className={classes.footer}>
      <p>{t('footer.programme')}</p>
      <p>
        <a href="/privacy">{t('footer.privacy')}</a>
      </p>
    </footer>
  );
}
