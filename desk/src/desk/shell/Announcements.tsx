import { Notification, VisuallyHidden } from '@mantine/core';
import { IconCheck, IconInfoCircle } from '@tabler/icons-react';
import { useEffect, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './announcements.module.css';

interface Announcement {
  readonly id: number;
  readonly message: string;
  readonly kind: 'done' | 'note';
}

const SHOWN_MS = 7000;
let present: Announcement | null = null;
const listeners = new Set<() => void>();

function show(next: Announcement | null) {
  present = next;
  for (const listener of listeners) listener();
}

/** Says briefly that something was done (or happened), to eyes and to screen readers. */
export function announce(message: string, kind: Announcement['kind'] = 'done') {
  show({ id: (present?.id ?? 0) + 1, message, kind });
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function Announcements() {
  const { t } = useTranslation('common');
  const announcement = useSyncExternalStore(subscribe, () => present);
  useEffect(() => {
    if (!announcement) return;
    const timer = setTimeout(() => show(null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [announcement]);
  return (
    <section className={classes.place} aria-label={t('announcements')}>
      <VisuallyHidden role="status" aria-live="polite">
        {announcement?.message}
      </VisuallyHidden>
      {announcement && (
        <Notification
          key={announcement.id}
          role="presentation"
          withBorder
          color={announcement.kind === 'done' ? 'green' : 'blue'}
          icon={announcement.kind === 'done' ? <IconCheck /> : <IconInfoCircle />}
          closeButtonProps={{ 'aria-label': t('close') }}
          onClose={() => show(null)}
        >
          {announcement.message}
        </Notification>
      )}
    </section>
  );
}
