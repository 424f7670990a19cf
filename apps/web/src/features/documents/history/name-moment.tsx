import { Button, TextInput } from '@mantine/core';
import { LIMITS } from '@parvis/contracts/limits';
import { useToasts } from '@parvis/ui';
import { IconTag, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type SyntheticEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../../app/use-error-text.ts';
import { api } from '../../../sync/index.ts';
import { useInvalidateDocuments } from '../document-queries.ts';
import { versionsQuery } from './history-queries.ts';
import classes from './history.module.css';

interface NameMomentProps {
  documentId: string;
  seq: number;
  /** Null: it has none yet. */
  name: string | null;
  label: string;
}

/** Gives a moment a name, another one, or takes it away. */
export function NameMoment({ documentId, seq, name, label }: NameMomentProps) {
  const { t } = useTranslation('documents');
  const toasts = useToasts();
  const errorText = useErrorText();
  const invalidate = useInvalidateDocuments();
  const { data: versions } = useQuery(versionsQuery(documentId));
  const [typed, setTyped] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const version = versions?.find((each) => each.seq === seq);
  const params = { id: documentId, versionId: version?.id ?? '' };

  const run = async (work: () => Promise<unknown>) => {
    setBusy(true);
    try {
      await work();
      await invalidate();
      setTyped(null);
    } catch (error) {
      toasts.show({ tone: 'error', message: errorText(error) });
    } finally {
      setBusy(false);
    }
  };
  const save = (event: SyntheticEvent) => {
    event.preventDefault();
    const wanted = typed?.trim() ?? '';
    if (wanted === '') return;
    void run(() => (version
      ? api.call('renameDocumentVersion', { params, body: { name: wanted } })
      : api.call('createDocumentVersion', { params: { id: documentId }, body: { seq, name: wanted } })));
  };
  if (typed === null) {
    return (
      <div className={classes.nameTools}>
        <Button variant="subtle" size="compact-sm" leftSection={<IconTag size={16} aria-hidden />} onClick={() => setTyped(name ?? '')}>{label}</Button>
        {version && <Button variant="subtle" color="red" size="compact-sm" loading={busy} leftSection={<IconTrash size={16} aria-hidden />} onClick={() => void run(() => api.call('deleteDocumentVersion', { params }))}>{t('history.unname')}</Button>}
      </div>
    );
  }
  return (
    <form className={classes.nameForm} onSubmit={save} onKeyDown={(event) => { if (event.key === 'Escape') { event.preventDefault(); setTyped(null); } }}>
      <TextInput className={classes.nameField} aria-label={t('history.nameLabel')} placeholder={t('history.nameLabel')} maxLength={LIMITS.versionName} data-autofocus autoFocus value={typed} onChange={(event) => setTyped(event.currentTarget.value)} />
      <Button type="submit" loading={busy} disabled={typed.trim() === ''}>{t('history.save')}</Button>
    </form>
  );
}
