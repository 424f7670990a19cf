import { NativeSelect, Stack, Switch } from '@mantine/core';
import type { Organisation } from '@parvis/contracts';
import { useTranslation } from 'react-i18next';
import { useSavedChoice } from '../../app/forms/use-saved-choice.ts';
import { api, useWorkspace } from '../../sync/index.ts';

function useSetting<S extends 'readReceipts' | 'customEmojiBy' | 'editHistory'>(setting: S) {
  const value = useWorkspace((state) => state.organisation[setting]);
  return useSavedChoice<Organisation[S]>(value, (next) => api.call('updateOrganisation', { body: { [setting]: next } }));
}

/** What holds for everybody. Each choice holds at once. */
export function OrganisationSettings() {
  const { t } = useTranslation('organisation');
  const [readReceipts, setReadReceipts] = useSetting('readReceipts');
  const [customEmojiBy, setCustomEmojiBy] = useSetting('customEmojiBy');
  const [editHistory, setEditHistory] = useSetting('editHistory');
  return (
    <Stack gap="lg">
      <Switch label={t('readReceipts.label')} description={t('readReceipts.hint')} checked={readReceipts} onChange={(event) => setReadReceipts(event.currentTarget.checked)} />
      <NativeSelect
        label={t('customEmojiBy.label')} size="md" value={customEmojiBy}
        data={(['everyone', 'admins'] as const).map((value) => ({ value, label: t(`customEmojiBy.${value}`) }))}
        onChange={(event) => setCustomEmojiBy(event.currentTarget.value as Organisation['customEmojiBy'])}
      />
      <NativeSelect
        label={t('editHistory.label')} description={t('editHistory.hint')} size="md" value={editHistory} inputWrapperOrder={['label', 'input', 'description']}
        data={(['everyone', 'moderators', 'nobody'] as const).map((value) => ({ value, label: t(`editHistory.${value}`) }))}
        onChange={(event) => setEditHistory(event.currentTarget.value as Organisation['editHistory'])}
      />
    </Stack>
  );
}
