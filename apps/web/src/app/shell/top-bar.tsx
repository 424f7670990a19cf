import { ActionIcon, UnstyledButton } from '@mantine/core';
import { Kbd } from '@parvis/ui';
import { IconArrowLeft, IconArrowRight, IconSearch } from '@tabler/icons-react';
import { useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useWorkspace } from '../../sync/index.ts';
import { openDialog } from '../dialogs.tsx';
import { NewMenu } from './new-menu.tsx';
import classes from './top-bar.module.css';

export function TopBar() {
  const { t } = useTranslation('shell');
  const router = useRouter();
  const name = useWorkspace((state) => state.organisation.name);
  return (
    <header className={classes.bar}>
      <span className={classes.organisation} title={name}>{name}</span>
      <span className={classes.history}>
        <ActionIcon size={36} aria-label={t('back')} onClick={() => router.history.back()}><IconArrowLeft size={19} aria-hidden /></ActionIcon>
        <ActionIcon size={36} aria-label={t('forward')} onClick={() => router.history.forward()}><IconArrowRight size={19} aria-hidden /></ActionIcon>
      </span>
      <span className={classes.space}>
        <UnstyledButton className={classes.goTo} aria-keyshortcuts="Control+K Meta+K" onClick={() => openDialog('quickSwitcher')}>
          <IconSearch size={17} aria-hidden />
          <span className={classes.goToText}>{t('goTo')}</span>
          <span className={classes.goToKeys} aria-hidden><Kbd keys={['mod', 'K']} /></span>
        </UnstyledButton>
      </span>
      <NewMenu />
    </header>
  );
}
