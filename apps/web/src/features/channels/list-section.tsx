import { IconChevronDown } from '@tabler/icons-react';
import { useId, type ReactNode } from 'react';
import classes from './list-section.module.css';

interface ListSectionProps {
  /** Names it for the list's keyboard navigation. */
  sectionKey: string;
  /** One of my own: conversations can be dropped on it. */
  sectionId?: string;
  title: string;
  collapsed: boolean;
  onToggle: () => void;
  tabStop: boolean;
  /** Buttons beside the title. */
  actions?: ReactNode;
  /** Shown although it is collapsed: what is unread or open. */
  children: ReactNode;
}

export function ListSection({ sectionKey, sectionId, title, collapsed, onToggle, tabStop, actions, children }: ListSectionProps) {
  const id = useId();
  return (
    <section className={classes.section} data-section={sectionId} aria-labelledby={`${id}-title`}>
      <div className={classes.head}>
        <button
          type="button"
          id={`${id}-title`}
          className={classes.toggle}
          data-list-item
          data-key={sectionKey}
          tabIndex={tabStop ? 0 : -1}
          aria-expanded={!collapsed}
          onClick={onToggle}
        >
          <IconChevronDown className={classes.chevron} size={15} aria-hidden />
          <span className={classes.title}>{title}</span>
        </button>
        {actions && <span className={classes.actions}>{actions}</span>}
      </div>
      {children}
    </section>
  );
}
