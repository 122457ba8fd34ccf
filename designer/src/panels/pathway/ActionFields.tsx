import type { ActionDeclaration } from '@percorso/engine';
import { withKey } from '../../commands/edit/records.ts';
import { useEditor } from '../../editor/editor-context.ts';
import { formChoices } from '../choices.ts';
import { EmphasisSelect } from '../connect/ActionChoice.tsx';
import { CONNECT } from '../connect/words.ts';
import { RoleChecks } from '../fields/RoleChecks.tsx';
import { SearchSelect } from '../fields/SearchSelect.tsx';
import { WordsField } from '../fields/WordsField.tsx';
import { WORDS } from '../words.ts';
import { PATHWAY } from './words.ts';

/** What an action is called, who may take it and what is filled in with it. */
export function ActionFields({ action }: { readonly action: string }) {
  const { document, words, language, run } = useEditor();
  const is = document.actions[action];
  if (!is) return null;
  const change = (next: ActionDeclaration) => run('change-action', { action, is: next });
  return (
    <>
      <WordsField
        label={words(PATHWAY.actionName)}
        value={is.label}
        onCommit={(label) => change({ ...is, label })}
      />
      <WordsField
        label={words(WORDS.help)}
        description={words(PATHWAY.actionHelp)}
        isLong
        value={is.help}
        onCommit={(help) => change({ ...is, help })}
        onClear={() => change(withKey(is, 'help', undefined))}
      />
      <SearchSelect
        label={words(PATHWAY.actionForm)}
        placeholder={words(PATHWAY.noForm)}
        clearable
        value={is.form ?? null}
        onChange={(form) => change(withKey(is, 'form', form))}
        data={formChoices(document, language)}
      />
      <RoleChecks
        label={words(CONNECT.roles)}
        value={is.roles}
        // An action that nobody may take can't be: the last role stays.
        onChange={(roles) => roles.length > 0 && change({ ...is, roles })}
      />
      <EmphasisSelect
        value={is.emphasis}
        onChange={(emphasis) => change(withKey(is, 'emphasis', emphasis))}
      />
    </>
  );
}
