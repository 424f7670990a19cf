import { useToasts } from '@parvis/ui';
import type { Message } from '@parvis/contracts';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../app/use-error-text.ts';
import { useMessageActions, useWorkspace } from '../../sync/index.ts';
import { usedEmoji } from '../emoji/index.ts';
import { usePendingReactions, wantReaction } from './pending-reactions.ts';
import { shownReactions, toggled } from './shown-reactions.ts';

/** Reacts, or takes that reaction back. Shown at once; a refusal takes it off again and says why. Stable. */
export function useReact(): (message: Message, emoji: string) => void {
  const { t } = useTranslation('reactions');
  const toasts = useToasts();
  const errorText = useErrorText();
  const meId = useWorkspace((state) => state.me.id);
  const { setReaction } = useMessageActions();
  return useCallback((message, chosen) => {
    const pending = usePendingReactions.getState().wanted.get(message.id);
    const { emoji, on } = toggled(shownReactions(message.reactions ?? [], pending, meId), chosen);
    wantReaction(message.id, emoji, on, (wanted) => setReaction(message, emoji, wanted)).then(
      usedEmoji,
      (error: unknown) => toasts.show({ tone: 'error', message: t('failed', { reason: errorText(error) }) }),
    );
  }, [meId, setReaction, toasts, errorText, t]);
}
