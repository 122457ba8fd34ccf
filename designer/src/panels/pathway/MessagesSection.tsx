import { NativeSelect, Stack, Text } from '@mantine/core';
import type { MessageDeclaration, Words } from '@percorso/engine';
import { IconMail } from '@tabler/icons-react';
import { useState } from 'react';
import { usesOfMessage } from '../../commands/uses/uses-of-message.ts';
import { useEditor } from '../../editor/editor-context.ts';
import { newNameIn } from '../../editor/new-name.ts';
import { messageChoices } from '../choices.ts';
import { AddNamed } from '../fields/AddNamed.tsx';
import { CommandButton } from '../fields/CommandButton.tsx';
import { FoldList } from '../fields/FoldList.tsx';
import { UsedBy } from '../fields/UsedBy.tsx';
import { WordsField } from '../fields/WordsField.tsx';
import { RECIPIENT_WORDS } from '../named-words.ts';
import { MessageBody } from './MessageBody.tsx';
import { MessagePreview } from './MessagePreview.tsx';
import { NEW_BODY } from './message-names.ts';
import { PATHWAY } from './words.ts';

type Recipient = MessageDeclaration['to'];

/** The mails that leave along the pathway. */
export function MessagesSection() {
  const { document, words, language, run } = useEditor();
  const [opened, setOpened] = useState<string>();
  const add = (subject: Words) => {
    const message = newNameIn(document.messages, subject.it, 'message');
    const is = { to: 'participant', subject, body: NEW_BODY } as const;
    const result = run('add-message', { message, is });
    if (result.ok) setOpened(message);
    return result;
  };
  const items = messageChoices(document, language).map(({ value, label }) => ({
    id: value,
    label,
    detail: words(RECIPIENT_WORDS[document.messages[value]?.to ?? 'participant']),
    icon: <IconMail size={18} aria-hidden />,
  }));
  return (
    <Stack gap="sm">
      <Text size="sm">{words(PATHWAY.messagesHelp)}</Text>
      <AddNamed
        label={words(PATHWAY.addMessage)}
        name={words(PATHWAY.newMessageSubject)}
        onAdd={add}
      />
      <FoldList
        label={words(PATHWAY.sections.messages)}
        items={items}
        opened={opened}
        onOpen={setOpened}
        empty={words(PATHWAY.empty)}
      >
        {(message) => <MessageDetails key={message} message={message} />}
      </FoldList>
    </Stack>
  );
}

function MessageDetails({ message }: { readonly message: string }) {
  const { document, words, run, isReadOnly } = useEditor();
  const is = document.messages[message];
  if (!is) return null;
  const change = (next: MessageDeclaration) => run('change-message', { message, is: next });
  return (
    <>
      <NativeSelect
        size="sm"
        label={words(PATHWAY.recipient)}
        value={is.to}
        disabled={isReadOnly}
        onChange={(event) => change({ ...is, to: event.currentTarget.value as Recipient })}
        data={Object.entries(RECIPIENT_WORDS).map(([value, label]) => ({
          value,
          label: words(label),
        }))}
      />
      <WordsField
        label={words(PATHWAY.mailSubject)}
        value={is.subject}
        onCommit={(subject) => change({ ...is, subject })}
      />
      <MessageBody value={is.body} onCommit={(body) => change({ ...is, body })} />
      <MessagePreview subject={is.subject} body={is.body} />
      <UsedBy uses={usesOfMessage(document, message)} />
      <CommandButton command="remove-message" parameters={{ message }} c="red">
        {words(PATHWAY.removeMessage)}
      </CommandButton>
    </>
  );
}
