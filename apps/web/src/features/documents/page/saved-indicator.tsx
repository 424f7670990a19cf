import { IconCloudCheck, IconCloudOff, IconCloudUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { DocumentSessionState } from '../../../sync/documents/index.ts';
import classes from './document-page.module.css';

const ICONS = { saved: IconCloudCheck, saving: IconCloudUp, offline: IconCloudOff, unkept: IconCloudOff };

/** What has become of what was written: "Saved" once the server has it on disk. */
export function SavedIndicator({ saved }: Pick<DocumentSessionState, 'saved'>) {
  const { t } = useTranslation('documents');
  const Icon = ICONS[saved];
  return (
    <span className={classes.saved} data-saved={saved} role="status">
      <Icon size={18} stroke={1.7} aria-hidden />
      <span className={classes.savedText}>{t(`saved.${saved}`)}</span>
    </span>
  );
}
