import type { SidebarSection } from '@parvis/contracts';
import { IconDots } from '@tabler/icons-react';
import { lazy, Suspense, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './menu-on-demand.module.css';

const ConversationMenu = lazy(async () => ({ default: (await import('./conversation-menu.tsx')).ConversationMenu }));
const SectionMenu = lazy(async () => ({ default: (await import('./section-menu.tsx')).SectionMenu }));

interface OnDemandProps {
  /** Asked for: it loads and opens. */
  wanted: boolean;
  onWant: () => void;
  className?: string | undefined;
}

/** A button that stands in for its menu until that is asked for: there is one in every row. */
function OnDemand({ wanted, onWant, label, className, tabIndex, children }: OnDemandProps & { label: string; tabIndex?: number; children: ReactNode }) {
  const standIn = (
    <button type="button" className={className} tabIndex={tabIndex} data-menu aria-haspopup="menu" aria-expanded={false} aria-label={label} onClick={onWant}>
      <IconDots size={18} stroke={1.7} aria-hidden />
    </button>
  );
  return wanted ? <Suspense fallback={standIn}>{children}</Suspense> : standIn;
}

export function ConversationMenuButton({ channelId, title, className, ...state }: OnDemandProps & { channelId: string; title: string }) {
  const { t } = useTranslation('sidebar');
  const name = [classes.button, className].filter(Boolean).join(' ');
  return (
    <OnDemand {...state} className={name} label={t('menu.label', { title })} tabIndex={-1}>
      <ConversationMenu channelId={channelId} title={title} className={name} />
    </OnDemand>
  );
}

export function SectionMenuButton({ section, ...state }: Omit<OnDemandProps, 'className'> & { section: SidebarSection }) {
  const { t } = useTranslation('sidebar');
  return (
    <OnDemand {...state} className={classes.button} label={t('section.menu', { name: section.name })}>
      <SectionMenu section={section} className={classes.button} />
    </OnDemand>
  );
}
