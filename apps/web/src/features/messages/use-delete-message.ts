import { useToasts } from '@parvis/ui';
import { useCallback, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../app/use-error-text.ts';
import { useMessageActions } from '../../sync/index.ts';
import type { ListedMessage } from './listed-message.ts';
import { usePendingDeletions } from './pending-deletions.ts';

/** How long a deletion can be taken back, in ms. */
const UNDO_MS = 6000;

/**
 * Deletes with a way back: the message is gone on screen at once and on the server after some
 * seconds, or as soon as the conversation or the page is left.
 */
export function useDeleteMessage(): (message: ListedMessage) => void {
  const { t } = useTranslation('messages');
  const toasts = useToasts();
  const errorText = useErrorText();
  const { remove } = useMessageActions();
  const waiting = useRef(new Map<string, () => void>());

  useEffect(() => {
    const all = waiting.current;
    const flush = (): void => [...all.values()].forEach((send) => send());
    window.addEventListener('pagehide', flush);
    return () => {
      window.removeEventListener('pagehide', flush);
      flush();
    };
  }, []);

  return useCallback((message) => {
    const { add, drop } = usePendingDeletions.getState();
    const toastId = `delete-${message.id}`;
    const finish = (): void => {
      clearTimeout(timer);
      waiting.current.delete(message.id);
      toasts.dismiss(toastId);
    };
    const send = (): void => {
      finish();
      remove(message)
        .catch((error: unknown) => toasts.show({ tone: 'error', message: t('delete.failed', { reason: errorText(error) }) }))
        .finally(() => drop(message.id));
    };
    const undo = (): void => {
      finish();
      drop(message.id);
    };
    const timer = setTimeout(send, UNDO_MS);
    waiting.current.set(message.id, send);
    add(message.id);
    toasts.show({ id: toastId, message: t('delete.done'), action: { label: t('delete.undo'), run: undo }, duration: null });
  }, [remove, t, toasts, errorText]);
}
