import { Radio, Stack, Text } from '@mantine/core';
import type { DeviationKind } from '@percorso/engine';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../../language/words.ts';
import { useCase } from '../case-context.ts';
import type { DeviationControls } from './controls.ts';
import classes from './deviation.module.css';

interface Props extends DeviationControls {
  readonly offered: readonly DeviationKind[];
}

/** What can be changed: only what would not be refused, and why undoing would be. */
export function KindChoice({ draft, possible, faults, change, offered }: Props) {
  const { t } = useTranslation('deviation');
  const words = useWords();
  const { view } = useCase();
  const undone = possible.undo ? words(possible.undo.words) : '';
  const refusal = possible.undo?.refusal;
  return (
    <div data-faulty={faults.includes('kind') || undefined}>
      {view.status === 'done' && <Text mb="sm">{t('ended')}</Text>}
      {offered.length === 0 && <Text>{t('nothing')}</Text>}
      {offered.length > 0 && (
        <Radio.Group
          label={t('what')}
          value={draft.kind}
          onChange={(kind) => change({ kind })}
          error={faults.includes('kind') && t('needed.kind')}
        >
          <Stack gap="sm" mt="xs">
            {offered.map((kind) => (
              <Radio
                key={kind}
                value={kind}
                label={t(`kind.${kind}`)}
                description={t(`help.${kind}`, { what: undone })}
              />
            ))}
          </Stack>
        </Radio.Group>
      )}
      {refusal && (
        <p className={classes.refused}>
          {t('undo-refused')} {words(refusal.reason)} {refusal.unlock && words(refusal.unlock)}
        </p>
      )}
    </div>
  );
}
