import { Modal } from '@mantine/core';
import { Notice, SkeletonRows } from '@parvis/ui';
import type { User } from '@parvis/contracts';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyField } from '../../app/forms/copy-field.tsx';
import { useErrorText } from '../../app/use-error-text.ts';
import { api } from '../../sync/index.ts';

export function ResetLinkDialog({ user, onClose }: { user: User; onClose: () => void }) {
  const { t } = useTranslation(['users', 'common']);
  const errorText = useErrorText();
  const [url, setUrl] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const asked = useRef(false);
  useEffect(() => {
    // Each call makes a new link and ends the one before: once per dialog.
    if (asked.current) return;
    asked.current = true;
    api.call('createPasswordResetLink', { params: { id: user.id } }).then((answer) => setUrl(answer.url), (failure: unknown) => setError(errorText(failure)));
  }, [user.id, errorText]);
  return (
    <Modal opened onClose={onClose} title={t('people.resetTitle', { name: user.name })} closeButtonProps={{ 'aria-label': t('common:close') }}>
      <p style={{ marginBlockStart: 0 }}>{t('people.resetText')}</p>
      {error && <Notice tone="error">{error}</Notice>}
      {!url && !error && <SkeletonRows rows={1} label={t('common:loading')} />}
      {url && <CopyField label={t('people.resetField')} value={url} />}
    </Modal>
  );
}
