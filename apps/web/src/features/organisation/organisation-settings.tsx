import { NativeSelect, Stack, Switch } from '@mantine/core';
import type { Organisation } from '@parvis/contracts';
import { useTranslation } from 'react-i18next';
import { useSavedChoice } from '../../app/forms/use-saved-choice.ts';
import { useUpdateOrganisation, useWorkspace } from '../../sync/index.ts';

/** What holds for everybody. Each choice holds at once. */
export function OrganisationSettings() {
  const { t } = useTranslation('organisation');
  const { readReceipts, customEmojiBy, editHistory } = useWorkspace((state) => state.organisation);
  const choose = useSavedChoice(useUpdateOrganisation());
  return (
    <Stack gap="lg">
      <Switch label={t('readReceipts.label')} description={t('readReceipts.hint')} checked={readReceipts} onChange={(event) => choose({ readReceipts: event.currentTarget.checked })} />
      <NativeSelect
        label={t('customEmojiBy.label')} size="md" value={customEmojiBy}
        data={(['everyone', 'admins'] as const).map((value) => ({ value, label: t(`customEmojiBy.${value}`) }))}
        onChange={(event) => choose({ customEmojiBy: event.currentTarget.value as Organisation['customEmojiBy'] })}
      />
      <NativeSelect
        label={t('editHistory.label')} description={t('editHistory.hint')} size="md" value={editHistory} inputWrapperOrder={['label', 'input', 'description']}
        data={(['everyone', 'moderators', 'nobody'] as const).map((value) => ({ value, label: t(`editHistory.${value}`) }))}
        onChange={(event) => choose({ editHistory: event.currentTarget.value as Organisation['editHistory'] })}
      />
    </Stack>
  );
}
