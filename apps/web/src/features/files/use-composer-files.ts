import { LIMITS } from '@parvis/contracts/limits';
import { useToasts } from '@parvis/ui';
import { type ClipboardEvent, useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { type UploadItem, useUploads, type VoiceNote } from '../../sync/index.ts';

export interface ComposerFiles {
  items: readonly UploadItem[];
  /** Something is still on its way. */
  busy: boolean;
  /** Something could not be sent: it is taken out or tried again first. */
  failed: boolean;
  add: (files: readonly File[], voice?: VoiceNote) => void;
  remove: (id: string) => void;
  retry: (id: string) => void;
  /** Takes files from the clipboard; text that is there too is meant as text. */
  onPaste: (event: ClipboardEvent) => void;
}

/** Files put into the composer of a conversation or thread. */
export function useComposerFiles(place: string): ComposerFiles {
  const { t } = useTranslation('files');
  const toasts = useToasts();
  const [items, uploads] = useUploads(place);
  const add = useCallback((files: readonly File[], voice?: VoiceNote) => {
    const room = LIMITS.attachmentsPerMessage - uploads.items(place).length;
    if (files.length > room) toasts.show({ tone: 'error', message: t('tooMany', { count: LIMITS.attachmentsPerMessage }) });
    uploads.add(place, files.slice(0, Math.max(0, room)), voice);
  }, [uploads, place, toasts, t]);
  const onPaste = useCallback((event: ClipboardEvent) => {
    const { files } = event.clipboardData;
    // Word processors and spreadsheets add a picture of the text that they copy.
    if (files.length === 0 || event.clipboardData.getData('text/plain') !== '') return;
    event.preventDefault();
    event.stopPropagation();
    add([...files]);
  }, [add]);
  return {
    items, add, onPaste,
    busy: items.some(({ state }) => state === 'waiting' || state === 'uploading'),
    failed: items.some(({ state }) => state === 'failed'),
    remove: useCallback((id) => uploads.remove(place, id), [uploads, place]),
    retry: useCallback((id) => uploads.retry(place, id), [uploads, place]),
  };
}
