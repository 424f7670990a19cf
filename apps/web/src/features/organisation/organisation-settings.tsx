import { NativeSelect, Stack, Switch } from '@mantine/core';
import type { Organisation, RouteInput } from '@parvis/contracts';
import { useToasts } from '@parvis/ui';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../app/use-error-text.ts';
import { api, useWorkspace } from '../../sync/index.ts';

/** What holds for everybody. Each choice holds at once. */
export function OrganisationSettings() {
  const { t } = useTranslation('organisation');
  const toasts = useToasts();
  const errorText = useErrorText();
  const organisation = useWorkspace((state) => state.organisation);
  const change = (body: RouteInput<'updateOrganisation'>['body']) =>
    void api.call('updateOrganisation', { body }).catch((error: unknown) => toasts.show({ tone: 'error', message: errorText(error) }));
  return (
    <Stack gap="lg">
      <Switch
        label={t('readReceipts.label')} description={t('readReceipts.hint')} checked={organisation.readReceipts}
        onChange={(event) => change({ readReceipts: event.currentTarget.checked })}
      />
      <Switch
        label={t('linkPreviews.label')} description={t('linkPreviews.hint')} checked={organisation.linkPreviews}
        onChange={(event) => change({ linkPreviews: event.currentTarget.checked })}
      />
      <NativeSelect
        label={t('customEmojiBy.label')} size="md" value={organisation.customEmojiBy}
        data={(['everyone', 'admins'] as const).map((value) => ({ value, label: t(`customEmojiBy.${value}`) }))}
        onChange={(event) => change({ customEmojiBy: event.currentTarget.value as Organisation['customEmojiBy'] })}
      />
      <NativeSelect
        label={t('editHistory.label')} description={t('editHistory.hint')} size="md" value={organisation.editHistory} inputWrapperOrder={['label', 'input', 'description']}
        data={(['everyone', 'moderators', 'nobody'] as const).map((value) => ({ value, label: t(`editHistory.${value}`) }))}
        onChange={(event) => change({ editHistory: event.currentTarget.value as Organisation['editHistory'] })}
      />
    </Stack>
  );
}
