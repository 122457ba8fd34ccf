import './pathway-page.css';
import type { Language, PathwayDocument } from '@percorso/engine';
import type { Installation } from '../editor/props.ts';
import { PathwayDrawing } from './PathwayDrawing.tsx';
import { type ListedStep, stepList } from './step-list.ts';
import { WORDS } from './words.ts';

export interface PathwayPageProps {
  readonly document: PathwayDocument;
  readonly installation: Installation;
  readonly language: Language;
}

/** A pathway for paper: the drawing on one sheet, then every step in words. */
export function PathwayPage({ document, installation, language }: PathwayPageProps) {
  const summary = document.summary?.[language];
  return (
    <article className="pathway-page" lang={language}>
      <div className="pathway-page-picture">
        <PathwayDrawing document={document} language={language} />
      </div>
      <h1>{document.title[language]}</h1>
      {summary && <p>{summary}</p>}
      <h2>{WORDS.steps[language]}</h2>
      <ol>
        {stepList(document, installation, language).map((step) => (
          <Step key={step.key} step={step} language={language} />
        ))}
      </ol>
    </article>
  );
}

function Step({ step, language }: { readonly step: ListedStep; readonly language: Language }) {
  return (
    <li data-depth={Math.min(step.depth, 4)}>
      <h3>
        {step.label} <small>{step.notes.join(' · ')}</small>
      </h3>
      {step.help && <p>{step.help}</p>}
      <Lines title={WORDS.activities[language]} lines={step.activities} />
      <Lines title={WORDS.ways[language]} lines={step.ways} />
    </li>
  );
}

function Lines({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <>
      <h4>{title}</h4>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  );
}
