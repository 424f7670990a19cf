import { Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSavedChoice } from '../../app/forms/use-saved-choice.ts';
import { useUpdateOrganisation, useWorkspace } from '../../sync/index.ts';

/** Whether the server may ask other sites; holds at once. */
export function LinkPreviewsSwitch() {
  const { t } = useTranslation('organisation');
  const on = useWorkspace((state) => state.organisation.linkPreviews);
  const update = useUpdateOrganisation();
  const turn = useSavedChoice((linkPreviews: boolean) => update({ linkPreviews }));
  return <Switch label={t('previewsOn')} description={t('previewsHint')} checked={on} onChange={(event) => turn(event.currentTarget.checked)} />;
}
