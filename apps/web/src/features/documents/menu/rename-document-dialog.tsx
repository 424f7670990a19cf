import { TextInput } from '@mantine/core';
import type { SeenDocument } from '@parvis/contracts';
import { LIMITS } from '@parvis/contracts/limits';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DialogFrame } from '../../../app/dialog-frame.tsx';
import { Form } from '../../../app/forms/form.tsx';
import { useSubmit } from '../../../app/forms/use-submit.ts';
import type { DialogProps } from '../../../app/screens.ts';
import { api } from '../../../sync/index.ts';
import { useInvalidateDocuments } from '../document-queries.ts';
import { IconPicker } from './icon-picker.tsx';

/** Title and icon. */
export function RenameDocumentDialog({ seen: { document }, onClose }: DialogProps & { seen: SeenDocument }) {
  const { t } = useTranslation('documents');
  const invalidate = useInvalidateDocuments();
  const [title, setTitle] = useState(document.title);
  const [icon, setIcon] = useState(document.icon);
  const { onSubmit, pending, error } = useSubmit(useCallback(async () => {
    await api.call('updateDocument', { params: { id: document.id }, body: { title: title.trim(), icon } });
    await invalidate();
    onClose();
  }, [document.id, title, icon, invalidate, onClose]));
  return (
    <DialogFrame title={t('rename.title')} onClose={onClose}>
      <Form onSubmit={onSubmit} pending={pending} error={error} submitLabel={t('rename.save')}>
        <TextInput label={t('page.title')} value={title} maxLength={LIMITS.documentTitle} data-autofocus onChange={(event) => setTitle(event.currentTarget.value)} />
        <IconPicker icon={icon} kind={document.kind} onPick={setIcon} />
      </Form>
    </DialogFrame>
  );
}
