import { TextInput } from '@mantine/core';
import { LIMITS } from '@parvis/contracts';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DialogFrame } from '../../app/dialog-frame.tsx';
import { Form } from '../../app/forms/form.tsx';
import { useSubmit } from '../../app/forms/use-submit.ts';
import type { DialogProps } from '../../app/screens.ts';
import { useChangeSidebar } from '../../sync/index.ts';
import { addSection, renameSection } from './sidebar-order.ts';

interface SectionNameDialogProps extends DialogProps {
  /** The one to rename; without it, a new one is made. */
  section?: { id: string; name: string };
  /** Goes into the new one. */
  channelId?: string;
}

export function SectionNameDialog({ section, channelId, onClose }: SectionNameDialogProps) {
  const { t } = useTranslation('sidebar');
  const change = useChangeSidebar();
  const [name, setName] = useState(section?.name ?? '');
  const { onSubmit, pending, error } = useSubmit(
    useCallback(async () => {
      const wanted = name.trim();
      if (wanted === '') return;
      change(section === undefined ? addSection(crypto.randomUUID(), wanted, channelId) : renameSection(section.id, wanted));
      onClose();
      await Promise.resolve();
    }, [name, section, channelId, change, onClose]),
  );
  return (
    <DialogFrame title={t(section === undefined ? 'section.new' : 'section.rename')} size="sm" onClose={onClose}>
      <Form onSubmit={onSubmit} pending={pending} error={error} submitLabel={t(section === undefined ? 'section.create' : 'section.save')} submitProps={{ disabled: name.trim() === '' }}>
        <TextInput label={t('section.name')} placeholder={t('section.placeholder')} maxLength={LIMITS.sectionName} value={name} onChange={(event) => setName(event.currentTarget.value)} data-autofocus />
      </Form>
    </DialogFrame>
  );
}
