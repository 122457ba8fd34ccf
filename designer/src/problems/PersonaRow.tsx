import { Button } from '@mantine/core';
import { compile } from '@percorso/engine';
import { IconPlayerPlay } from '@tabler/icons-react';
import { useEditor } from '../editor/editor-context.ts';
import { troubleWords } from '../trial/trouble-words.ts';
import { beginTrial, forwardTo } from '../trial/walk.ts';
import type { PersonaReport } from './look.ts';
import classes from './problems.module.css';
import { WORDS } from './words.ts';

/** A persona that can't walk the draft any more: where, and why. */
export function PersonaRow({ report }: { readonly report: PersonaReport }) {
  const editor = useEditor();
  const { checked, document, published, installation, setTrial, openRoom, words } = editor;
  const isOutdated = checked.extent === 'drawing';
  const { timeZone } = installation;
  const persona = installation.personas.find(({ id }) => id === report.persona);
  if (!persona) return null;
  const { trouble } = report;
  const told = troubleWords({
    happening: persona.walk[trouble.at]?.do,
    trouble,
    documents: published ? [document, published] : [document],
    timeZone,
  });
  const watch = () => {
    const begun = beginTrial(compile(document), { ...persona, persona }, timeZone);
    setTrial(forwardTo(begun, Math.max(0, trouble.at)));
    openRoom('trial');
  };
  return (
    <li className={classes.row} data-severity="personas" data-outdated={isOutdated}>
      <p className={classes.message}>
        <strong>{persona.name}</strong>: {words(told)}
        {isOutdated && <em className={classes.outdated}> ({words(WORDS.outdated)})</em>}
      </p>
      <div>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlayerPlay size={16} aria-hidden />}
          onClick={watch}
        >
          {words(WORDS.watchPersona)}
        </Button>
      </div>
    </li>
  );
}
