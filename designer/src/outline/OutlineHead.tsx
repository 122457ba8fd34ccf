import { Button, Group, TextInput } from '@mantine/core';
import { IconArrowRight, IconPlus, IconSearch } from '@tabler/icons-react';
import { useEditor } from '../editor/editor-context.ts';
import classes from './outline.module.css';
import type { OutlineRow } from './outline-rows.ts';
import { StepMenuButton } from './StepMenuButton.tsx';
import type { useOutline } from './useOutline.ts';
import { WORDS } from './words.ts';

interface Props {
  readonly outline: ReturnType<typeof useOutline>;
  /** The line that the keys are at: the buttons are about it. */
  readonly here: OutlineRow | undefined;
  readonly keysId: string;
  /** Gives the focus back to the line. */
  readonly refocus: () => void;
}

/** What can be done with the list, for whoever has no keys at hand. */
export function OutlineHead({ outline, here, keysId, refocus }: Props) {
  const { words, isReadOnly } = useEditor();
  const { search, setSearch, foldAll } = outline;
  return (
    <div className={classes.head}>
      <Group gap="xs">
        {!isReadOnly && <Drawing outline={outline} here={here} refocus={refocus} />}
        <TextInput
          size="sm"
          className={classes.search}
          leftSection={<IconSearch size={16} aria-hidden />}
          aria-label={words(WORDS.search)}
          placeholder={words(WORDS.search)}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
        <Button size="sm" variant="subtle" onClick={() => foldAll(false)}>
          {words(WORDS.openAll)}
        </Button>
        <Button size="sm" variant="subtle" onClick={() => foldAll(true)}>
          {words(WORDS.foldAll)}
        </Button>
      </Group>
      <p className={classes.keys} id={keysId}>
        {words(WORDS.keys)}
      </p>
    </div>
  );
}

function Drawing({ outline, here, refocus }: Omit<Props, 'keysId'>) {
  const { words } = useEditor();
  const { doings, setAddition, isMenuOpen, setMenuOpen } = outline;
  return (
    <>
      <Button
        size="sm"
        leftSection={<IconPlus size={16} aria-hidden />}
        onClick={() => setAddition({ after: here?.step })}
      >
        {words(WORDS.add)}
      </Button>
      {here && (
        <Button
          size="sm"
          variant="light"
          leftSection={<IconArrowRight size={16} aria-hidden />}
          onClick={() => doings.connect(here)}
        >
          {words(WORDS.connect)}
        </Button>
      )}
      {here && (
        <StepMenuButton here={here} isOpen={isMenuOpen} setOpen={setMenuOpen} refocus={refocus} />
      )}
    </>
  );
}
