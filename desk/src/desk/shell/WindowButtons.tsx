import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface Props {
  readonly confirm: string;
  readonly color?: string;
  readonly isPending: boolean;
  /** The focus begins at the way out: for what nobody should do by a slip. */
  readonly isCancelFirst?: boolean;
  /** Room above, where no stack gives it. */
  readonly mt?: 'lg';
  readonly onCancel: () => void;
  /** Missing where the form around it is sent. */
  readonly onConfirm?: () => void;
}

/** How a window is left: by doing what it is about, or without. */
export function WindowButtons(props: Props) {
  const { confirm, color = 'blue', isPending, isCancelFirst, mt, onCancel, onConfirm } = props;
  const { t } = useTranslation('common');
  return (
    <Group justify="flex-end" {...(mt && { mt })}>
      <Button variant="default" onClick={onCancel} data-autofocus={isCancelFirst || undefined}>
        {t('cancel')}
      </Button>
      <Button
        type={onConfirm ? 'button' : 'submit'}
        color={color}
        loading={isPending}
        onClick={onConfirm}
      >
        {confirm}
      </Button>
    </Group>
  );
}
