import { Button, CopyButton, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../api/queries.ts';
import { Window } from '../shell/Window.tsx';
import { WindowButtons } from '../shell/WindowButtons.tsx';
import { useCase } from './case-context.ts';
import { RefusalNote } from './RefusalNote.tsx';

/** A new link to the youth's own page; the ones before it stop working. */
export function LinkDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('case');
  const { view } = useCase();
  const make = useCommand('linkForYouth');
  return (
    <Window title={t('menu.link')} onClose={onClose}>
      <Stack>
        <Text>{t('link.text')}</Text>
        <RefusalNote error={make.error} />
        {make.data ? (
          <Group align="flex-end" wrap="nowrap">
            <TextInput
              label={t('link.link')}
              value={make.data.link}
              readOnly
              flex={1}
              onFocus={(event) => event.currentTarget.select()}
            />
            <CopyButton value={make.data.link}>
              {({ copied, copy }) => (
                <Button
                  onClick={copy}
                  leftSection={copied ? <IconCheck aria-hidden /> : <IconCopy aria-hidden />}
                >
                  <span aria-live="polite">{t(copied ? 'link.copied' : 'link.copy')}</span>
                </Button>
              )}
            </CopyButton>
          </Group>
        ) : (
          <WindowButtons
            confirm={t('link.make')}
            isPending={make.isPending}
            onCancel={onClose}
            onConfirm={() => make.mutate({ params: { id: view.id } })}
          />
        )}
      </Stack>
    </Window>
  );
}
