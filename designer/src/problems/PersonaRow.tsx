import { Button, Group } from '@mantine/core';
import { compile } from '@percorso/engine';
import { IconCheck, IconPlayerPlay } from '@tabler/icons-react';
import { useEditor } from '../editor/editor-context.ts';
import { ForgetButton } from '../trial/KeptBy.tsx';
import { troubleWords } from '../trial/trouble-words.ts';
import { beginTrial, forwardTo } from '../trial/walk.ts';
import { whereabouts } from '../trial/whereabouts.ts';
import { WORDS as TRIAL_WORDS } from '../trial/words.ts';
import type { PersonaReport } from './look.ts';
import classes from './problems.module.css';
import { WORDS } from './words.ts';

/** A persona that can't walk the draft any more: where, and why. */
export function PersonaRow({ report }: { readonly report: PersonaReport }) {
  const editor = useEditor();
  const { checked, document, published, installation, setTrial, openRoom, words } = editor;
  const { keeping, isReadOnly } = editor;
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
  const open = (goal: number, isToKeep: boolean) => {
    const walker = { ...persona, persona, story: persona.profile };
    const begun = beginTrial(compile(document), walker, timeZone);
    const walked = forwardTo(begun, goal);
    setTrial(isToKeep ? { ...walked, isToKeep: true } : walked);
    openRoom('trial');
    editor.announce(whereabouts(walked, editor));
  };
  return (
    <li tabIndex={-1} className={classes.row} data-severity="personas" data-outdated={isOutdated}>
      <p className={classes.message}>
        <strong>{persona.name}</strong>: {words(told)}
        {isOutdated && <em className={classes.outdated}> ({words(WORDS.outdated)})</em>}
      </p>
      <Group gap="xs">
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlayerPlay size={16} aria-hidden />}
          onClick={() => open(Math.max(0, trouble.at), false)}
        >
          {words(WORDS.watchPersona)}
        </Button>
        {keeping && !isReadOnly && (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconCheck size={16} aria-hidden />}
            onClick={() => open(persona.walk.length, true)}
          >
            {words(TRIAL_WORDS.nowRight)}
          </Button>
        )}
        <ForgetButton persona={persona} />
      </Group>
    </li>
  );
}
