import type { SavedItem } from '@parvis/contracts';
import { useToasts } from '@parvis/ui';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { openDialog } from '../../app/dialogs.tsx';
import { useErrorText } from '../../app/use-error-text.ts';
import { useSavedActions } from '../../sync/index.ts';

/** Saves a message, offering a reminder; or saves it no more, offering it back. */
export function useToggleSaved(): (message: { id: string; channelId: string }, item: SavedItem | undefined) => void {
  const { t } = useTranslation('saved');
  const toasts = useToasts();
  const errorText = useErrorText();
  const { save, remove } = useSavedActions();
  return useCallback((message, item) => {
    const failed = (error: unknown) => toasts.show({ tone: 'error', message: errorText(error) });
    const remind = () => openDialog('remind', { message });
    // Its answer is on the way.
    if (item?.id.startsWith('echo-')) return;
    if (item === undefined) {
      save(message).then(() => toasts.show({ id: 'saved', message: t('saved'), action: { label: t('remind'), run: remind } }), failed);
      return;
    }
    const again = () => void save(message, item.remindAt !== null && new Date(item.remindAt) > new Date() ? item.remindAt : undefined).catch(failed);
    remove(item).then(() => toasts.show({ id: 'saved', message: t('unsaved'), action: { label: t('undo'), run: again } }), failed);
  }, [toasts, errorText, save, remove, t]);
}
