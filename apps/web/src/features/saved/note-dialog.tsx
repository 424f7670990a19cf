import { Textarea } from '@mantine/core';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DialogFrame } from '../../app/dialog-frame.tsx';
import { Form } from '../../app/forms/form.tsx';
import { useSubmit } from '../../app/forms/use-submit.ts';
import type { DialogProps } from '../../app/screens.ts';
import { useSavedActions } from '../../sync/index.ts';

/** As long as the API takes. */
const LONGEST = 2_000;

/** Something to remember that is no message. */
export function NoteDialog({ onClose }: DialogProps) {
  const { t } = useTranslation('saved');
  const { note } = useSavedActions();
  const [text, setText] = useState('');
  const { onSubmit, pending, error } = useSubmit(
    useCallback(async () => {
      if (text.trim() === '') return;
      await note(text.trim(), null);
      onClose();
    }, [text, note, onClose]),
  );
  return (
    <DialogFrame title={t('note.title')} size="md" onClose={onClose}>
      <Form onSubmit={onSubmit} pending={pending} error={error} submitLabel={t('note.create')} submitProps={{ disabled: text.trim() === '' }}>
        <Textarea label={t('note.label')} placeholder={t('note.placeholder')} autosize minRows={3} maxLength={LONGEST} value={text} onChange={(event) => setText(event.currentTarget.value)} data-autofocus />
      </Form>
    </DialogFrame>
  );
}
