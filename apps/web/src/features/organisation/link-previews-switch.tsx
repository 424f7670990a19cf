import { Switch } from '@mantine/core';
import { useToasts } from '@parvis/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../app/use-error-text.ts';
import { api, useWorkspace } from '../../sync/index.ts';

/** Whether the server may ask other sites; takes effect at once. */
export function LinkPreviewsSwitch() {
  const { t } = useTranslation('organisation');
  const toasts = useToasts();
  const errorText = useErrorText();
  const on = useWorkspace((state) => state.organisation.linkPreviews);
  const [wanted, setWanted] = useState<boolean | null>(null);
  const turn = (linkPreviews: boolean) => {
    setWanted(linkPreviews);
    void api.call('updateOrganisation', { body: { linkPreviews } })
      .catch((error: unknown) => toasts.show({ tone: 'error', message: errorText(error) }))
      .finally(() => setWanted(null));
  };
  return <Switch label={t('previewsOn')} description={t('previewsHint')} checked={wanted ?? on} onChange={(event) => turn(event.currentTarget.checked)} />;
}
