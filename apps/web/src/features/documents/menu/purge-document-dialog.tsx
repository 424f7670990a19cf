import { Button, Group, Text } from '@mantine/core';
import type { SeenDocument } from '@parvis/contracts';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DialogFrame } from '../../../app/dialog-frame.tsx';
import type { DialogProps } from '../../../app/screens.ts';
import { api } from '../../../sync/index.ts';
import { useDocumentTask } from './use-document-task.ts';

/** There is no way back from this: it asks, and names what goes. */
export function PurgeDocumentDialog({ seen: { document, hasChildren }, onClose }: DialogProps & { seen: SeenDocument }) {
  const { t } = useTranslation(['documents', 'common']);
  const navigate = useNavigate();
  const openId = useParams({ strict: false, select: (params) => params.documentId });
  const task = useDocumentTask();
  const [pending, setPending] = useState(false);
  const title = document.title || t('untitled');
  const purge = async () => {
    setPending(true);
    const done = await task(() => api.call('purgeDocument', { params: { id: document.id } }));
    setPending(false);
    if (!done) return;
    onClose();
    if (openId === document.id) await navigate({ to: '/docs' });
  };
  return (
    <DialogFrame title={t('purge.title', { title })} onClose={onClose}>
      <Text>{t(hasChildren ? 'purge.textBelow' : 'purge.text', { title })}</Text>
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={onClose} data-autofocus>{t('common:cancel')}</Button>
        <Button color="red" loading={pending} onClick={() => void purge()}>{t('purge.do')}</Button>
      </Group>
    </DialogFrame>
  );
}
