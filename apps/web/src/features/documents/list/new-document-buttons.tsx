import { Button } from '@mantine/core';
import { ActionMenu, type MenuAction } from '@parvis/ui';
import { IconChalkboard, IconChevronDown, IconFileImport, IconFilePlus, IconFileText, IconTemplate } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { openDialog } from '../../../app/dialogs.tsx';
import { chooseImports } from '../in/imported.ts';
import { useCreateDocument } from '../use-create-document.ts';
import classes from './document-list.module.css';

/** Begins an empty document at once; beside it, what else one can begin with. */
export function NewDocumentButtons({ channelId }: { channelId?: string }) {
  const { t } = useTranslation(['documents', 'transfer']);
  const create = useCreateDocument();
  const place = channelId === undefined ? {} : { channelId };
  const ways: MenuAction[] = [
    { label: t('new.empty'), icon: <IconFileText size={18} />, onSelect: () => void create(place) },
    { label: t('new.whiteboard'), icon: <IconChalkboard size={18} />, onSelect: () => void create({ ...place, kind: 'whiteboard' }) },
    { label: t('new.fromTemplate'), icon: <IconTemplate size={18} />, onSelect: () => openDialog('newDocument', place) },
    { label: t('transfer:in.choose'), icon: <IconFileImport size={18} />, onSelect: () => chooseImports((files) => openDialog('importDocuments', { files, ...place })) },
  ];
  return (
    <div className={classes.new}>
      <Button className={classes.newButton} leftSection={<IconFilePlus size={18} aria-hidden />} onClick={() => void create(place)}>{t('list.new')}</Button>
      <ActionMenu label={t('new.ways')} actions={ways} width={240}>
        {(props) => <Button {...props} className={classes.newWays} px={0} aria-label={t('new.ways')}><IconChevronDown size={18} aria-hidden /></Button>}
      </ActionMenu>
    </div>
  );
}
