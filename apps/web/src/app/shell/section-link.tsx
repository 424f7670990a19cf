import { UnreadBadge } from '@parvis/ui';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useUnseenMentions } from '../../features/documents/index.ts';
import classes from './section-link.module.css';
import type { SECTIONS } from './sections.ts';
import { useAttention, type AttentionScope } from './use-attention.ts';

interface SectionLinkProps {
  section: (typeof SECTIONS)[number];
  current: boolean;
  /** What its badge counts; without it, it has none. */
  attention?: AttentionScope;
}

export function SectionLink({ section: { id, to, icon: SectionIcon }, current, attention }: SectionLinkProps) {
  const { t } = useTranslation('shell');
  const waiting = useAttention(attention ?? 'all');
  const mentions = useUnseenMentions();
  const count = id === 'docs' ? mentions : attention ? waiting : 0;
  return (
    <Link to={to} className={classes.link} aria-current={current ? 'page' : undefined} data-current={current || undefined}>
      <span className={classes.icon}>
        <SectionIcon size={23} stroke={current ? 2 : 1.7} aria-hidden />
        {count > 0 && (
          <span className={classes.badge}>
            <UnreadBadge count={count} tone="mention" label={t(id === 'docs' ? 'mentions' : 'attention', { count })} />
          </span>
        )}
      </span>
      <span className={classes.label}>{t(`section.${id}`)}</span>
    </Link>
  );
}
