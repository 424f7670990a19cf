import { Button } from '@mantine/core';
import { EmptyState } from '@parvis/ui';
import { IconVideo } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { openDialog } from '../../../app/dialogs.tsx';
import { isGuest } from '../../../app/is-admin.ts';
import { usePageTitle } from '../../../app/use-page-title.ts';
import { useWorkspace } from '../../../sync/index.ts';

/** `/meet`: on a phone the list is the page. */
export function MeetPage() {
  const { t } = useTranslation('meetings');
  const guest = useWorkspace((state) => isGuest(state.me));
  usePageTitle(t('meet.title'));
  return (
    <EmptyState icon={<IconVideo size={32} />} title={t('meet.welcome')} action={!guest && <Button onClick={() => openDialog('newMeeting')}>{t('meet.start')}</Button>}>
      {t('meet.welcomeText')}
    </EmptyState>
  );
}
