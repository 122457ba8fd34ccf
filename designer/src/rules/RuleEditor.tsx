import { useMemo, useRef, useState } from 'react';
import type { TransitionPlace } from '../commands/edit/transitions.ts';
import { BuildDialog } from '../editor/BuildDialog.tsx';
import type { Step } from '../editor/edit-history.ts';
import { useEditor } from '../editor/editor-context.ts';
import { RuleForm } from './RuleForm.tsx';
import type { RulePlace } from './save-rule.ts';
import { WORDS } from './words.ts';

interface Props {
  /** The rule's name; undefined for a new one. */
  readonly rule: string | undefined;
  /** The transition that the rule decides, or is to decide: it says which answers can be read. */
  readonly context?: TransitionPlace | undefined;
  /** What else is to be done with a new rule in the same edit, such as `make-conditional`. */
  readonly also?: (rule: string) => readonly Step[];
  /** The dialog is to be closed; with the rule's name where it was saved or chosen. */
  readonly onDone: (rule?: string) => void;
}

/** The dialog in which a condition is built, read and tried. */
export function RuleEditor({ rule, context, also, onDone }: Props) {
  const { words } = useEditor();
  const [isCopy, setCopy] = useState(false);
  const close = useRef<() => void>(onDone);
  const place = useMemo<RulePlace>(
    () => ({ rule: isCopy ? undefined : rule, context, also }),
    [isCopy, rule, context, also],
  );
  return (
    <BuildDialog
      onClose={() => close.current()}
      size="72rem"
      title={words(rule === undefined ? WORDS.newRule : WORDS.rule)}
      // What is undone by keys here is not what stands behind the dialog.
      onKeyDown={(event) => event.stopPropagation()}
    >
      <RuleForm
        opened={rule}
        place={place}
        isCopy={isCopy}
        onCopy={() => setCopy(true)}
        onDone={onDone}
        onCloseAsked={close}
      />
    </BuildDialog>
  );
}
