import type { Receipt as ReceiptData } from '@percorso/server/contract';
import { useEffect, useRef, useState } from 'react';
import { Tick } from '../Tick.tsx';
import { useWords } from '../words.ts';

/** The registration has arrived: its code, what happens now, and the own link. */
export function Receipt({ receipt }: { receipt: ReceiptData }) {
  const { t, language } = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const at = new Intl.DateTimeFormat(language, {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'Europe/Rome',
  }).format(new Date(receipt.receivedAt));
  return (
    <div className="narrow receipt">
      <p className="done">
        <Tick />
      </p>
      <h1 tabIndex={-1} ref={heading}>
        {t('receipt.title')}
      </h1>
      <p className="lead">{t('receipt.words')}</p>
      <dl className="code">
        <dt>{t('receipt.code')}</dt>
        <dd>{receipt.code}</dd>
        <dt>{t('receipt.at')}</dt>
        <dd className="small">{at}</dd>
      </dl>
      <h2>{t('receipt.next')}</h2>
      <ol className="line">
        <li>{t('receipt.first')}</li>
        <li>{t('receipt.second')}</li>
        <li>{t('receipt.third')}</li>
      </ol>
      <OwnLink link={new URL(receipt.link, location.origin).href} />
      <p className="quiet">{t('receipt.shared')}</p>
    </div>
  );
}

function OwnLink({ link }: { link: string }) {
  const { t } = useWords();
  const [copied, setCopied] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  async function copy() {
    // Without permission to the clipboard the text is at least selected.
    field.current?.select();
    await navigator.clipboard?.writeText(link).then(
      () => setCopied(true),
      () => undefined,
    );
  }
  return (
    <section className="card">
      <h2>{t('receipt.link')}</h2>
      <p>{t('receipt.linkWords')}</p>
      <div className="field">
        <label htmlFor="own-link">{t('receipt.linkLabel')}</label>
        <input id="own-link" ref={field} readOnly value={link} />
      </div>
      <div className="buttons row">
        <button type="button" className="button" onClick={() => void copy()}>
          {t('receipt.copy')}
        </button>
        <button type="button" className="button plain" onClick={() => print()}>
          {t('receipt.print')}
        </button>
        <a className="button plain" href={link}>
          {t('receipt.open')}
        </a>
      </div>
      <p role="status">{copied && t('receipt.copied')}</p>
    </section>
  );
}
