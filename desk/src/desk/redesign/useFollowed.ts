import type { MigrationCase } from '@percorso/server/contract';
import { useTranslation } from 'react-i18next';

/** Who follows somebody, and how far they have come in going over. */
export function useFollowed({ caseManager, status }: MigrationCase): string[] {
  const { t } = useTranslation('redesign');
  const followedBy = caseManager?.name ?? t('who.no-manager');
  // Before it has begun, everybody waits.
  return status === 'waiting' ? [followedBy] : [followedBy, t(`status.${status}`)];
}
