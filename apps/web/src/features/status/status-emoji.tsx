import type { User } from '@parvis/contracts';
import { Tooltip } from '@parvis/ui';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/index.ts';
import { EmojiGlyph } from '../emoji/index.ts';
import classes from './status-emoji.module.css';
import { useCurrentStatus } from './use-current-status.ts';

/** Stands for a status that is words only. */
export const WITHOUT_EMOJI = '💬';

/** The emoji of somebody's status beside their name; its words are in the hint. Nothing without a status. */
export function StatusEmoji({ user }: { user: User | undefined }) {
  const { t } = useTranslation('status');
  const format = useFormat();
  const status = useCurrentStatus(user);
  if (status === null) return null;
  const until = status.expiresAt === null ? '' : t('until', { time: format.dateTime(status.expiresAt) });
  const label = [status.text || t('noText'), until].filter(Boolean).join(', ');
  return (
    <Tooltip label={label}>
      <span role="img" aria-label={label} className={classes.emoji}><EmojiGlyph emoji={status.emoji || WITHOUT_EMOJI} /></span>
    </Tooltip>
  );
}
