import { UnstyledButton } from '@mantine/core';
import { Tooltip } from '@parvis/ui';
import { IconKeyboard } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { openDialog } from '../dialogs.tsx';
import type { SectionId } from '../screens.ts';
import { Logo } from '../public/logo.tsx';
import classes from './rail.module.css';
import { SectionLink } from './section-link.tsx';
import { SECTIONS } from './sections.ts';
import { UserMenu } from './user-menu.tsx';

export function Rail({ section }: { section: SectionId }) {
  const { t } = useTranslation('shell');
  return (
    <nav className={classes.rail} aria-label={t('sections')}>
      <span className={classes.logo}><Logo size={34} /></span>
      {SECTIONS.map((item) => <SectionLink key={item.id} section={item} current={item.id === section} attention={item.id === 'chat' ? 'all' : undefined} />)}
      <span className={classes.space} />
      <Tooltip label={t('shortcuts.title')} position="right">
        <UnstyledButton className={classes.button} aria-label={t('shortcuts.title')} onClick={() => openDialog('shortcuts')}>
          <IconKeyboard size={22} stroke={1.7} aria-hidden />
        </UnstyledButton>
      </Tooltip>
      <UserMenu side="right" />
    </nav>
  );
}
