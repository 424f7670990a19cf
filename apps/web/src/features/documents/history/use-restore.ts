import { newClientId } from '@parvis/client-sdk';
import { useToasts } from '@parvis/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../../app/use-error-text.ts';
import { api, problemCode } from '../../../sync/index.ts';
import { useInvalidateDocuments } from '../document-queries.ts';

/** Restores a moment, and offers to take that back as long as nobody wrote since. */
export function useRestore(documentId: string, onDone: () => void) {
  const { t } = useTranslation('documents');
  const toasts = useToasts();
  const errorText = useErrorText();
  const invalidate = useInvalidateDocuments();
  const [busy, setBusy] = useState(false);
  const [request, setRequest] = useState({ seq: -1, clientId: '' });

  const undo = async (before: number, head: number) => {
    try {
      await api.call('restoreDocumentState', { params: { id: documentId, seq: before }, body: { clientId: newClientId(), head } });
      await invalidate();
    } catch (error) {
      toasts.show({ tone: 'error', message: problemCode(error) === 'version_conflict' ? t('history.undoLate') : errorText(error) });
    }
  };
  const run = async (seq: number) => {
    // A try that was not answered may have been heard: the same request is asked again.
    const clientId = request.seq === seq ? request.clientId : newClientId();
    setRequest({ seq, clientId });
    setBusy(true);
    try {
      const { seq: head, before } = await api.call('restoreDocumentState', { params: { id: documentId, seq }, body: { clientId } });
      setRequest({ seq: -1, clientId: '' });
      toasts.show({
        message: t(head === before ? 'history.alreadySo' : 'history.restored'),
        ...(head !== before && { action: { label: t('history.undo'), run: () => void undo(before, head) } }),
      });
      await invalidate();
      onDone();
    } catch (error) {
      toasts.show({ tone: 'error', message: errorText(error) });
    } finally {
      setBusy(false);
    }
  };
  return { busy, run };
}
