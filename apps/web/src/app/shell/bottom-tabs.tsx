import { useTranslation } from 'react-i18next';
import type { SectionId } from '../screens.ts';
import classes from './bottom-tabs.module.css';
import { SectionLink } from './section-link.tsx';
import { SECTIONS } from './sections.ts';
import { UserMenu } from './user-menu.tsx';
import { useIsPhone } from '../use-is-phone.ts';

export function BottomTabs({ section }: { section: SectionId }) {
  const { t } = useTranslation('shell');
  const isPhone = useIsPhone();
  if (!isPhone) return null;
  return (
    <nav className={classes.tabs} aria-label={t('sections')}>
      {SECTIONS.map((item) => <SectionLink key={item.id} section={item} current={item.id === section} attention={item.id === 'chat' ? 'chats' : item.id === 'teams' ? 'teams' : undefined} />)}
      <UserMenu side="top" label={t('me')} current={section === 'settings'} />
    </nav>
  );
}
