import { UnstyledButton } from '@mantine/core';
import { UnreadBadge } from '@parvis/ui';
import { IconAt } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { openDialog } from '../../../app/dialogs.tsx';
import listClasses from '../list/document-list.module.css';
import classes from './mentions.module.css';
import { useUnseenMentions } from './unseen-mentions.ts';

/** Opens the list of where I was mentioned, and counts those that I have not seen. */
export function MentionsButton() {
  const { t } = useTranslation('documents');
  const unseen = useUnseenMentions();
  return (
    <UnstyledButton className={`${listClasses.row} ${classes.button}`} onClick={() => openDialog('documentMentions')}>
      <span className={listClasses.icon} aria-hidden><IconAt size={18} /></span>
      <span className={listClasses.title}>{t('mentions.title')}</span>
      <UnreadBadge count={unseen} tone="mention" label={t('mentions.count', { count: unseen })} />
    </UnstyledButton>
  );
}
