import { UnreadBadge } from '@parvis/ui';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import classes from './section-link.module.css';
import type { SECTIONS } from './sections.ts';
import { useAttention } from './use-attention.ts';

interface SectionLinkProps {
  section: (typeof SECTIONS)[number];
  current: boolean;
}

export function SectionLink({ section: { id, to, icon: SectionIcon }, current }: SectionLinkProps) {
  const { t } = useTranslation('shell');
  const attention = useAttention();
  return (
    <Link to={to} className={classes.link} aria-current={current ? 'page' : undefined} data-current={current || undefined}>
      <span className={classes.icon}>
        <SectionIcon size={23} stroke={current ? 2 : 1.7} aria-hidden />
        {id === 'chat' && (
          <span className={classes.badge}>
            <UnreadBadge count={attention} tone="mention" label={t('attention', { count: attention })} />
          </span>
        )}
      </span>
      <span className={classes.label}>{t(`section.${id}`)}</span>
    </Link>
  );
}
