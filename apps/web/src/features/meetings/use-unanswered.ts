import type { Meeting } from '@parvis/contracts';
import { useTranslation } from 'react-i18next';
import { useWorkspace } from '../../sync/index.ts';

/** What a call that nobody took was, for who called and for who was called; null of any other meeting. */
export function useUnanswered(outcome: Meeting['outcome'], callerId: string | null): string | null {
  const { t } = useTranslation('meetings');
  const isMine = useWorkspace((state) => state.me.id === callerId);
  if (outcome !== 'missed' && outcome !== 'declined') return null;
  return t(isMine ? `card.${outcome}Mine` as const : `card.${outcome}` as const);
}
