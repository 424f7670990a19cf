import { Tooltip } from '@parvis/ui';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/index.ts';
import { EmojiGlyph, useEmojiText } from '../emoji/index.ts';
import classes from './message-reactions.module.css';
import type { ReactionGroup } from './shown-reactions.ts';
import { useLongPress } from './use-long-press.ts';
import { usePeopleText } from './use-people-text.ts';

interface ReactionChipProps {
  group: ReactionGroup;
  meId: string;
  /** In the tab order. */
  tabStop: boolean;
  /** Left out where nobody reacts any more. */
  onToggle: (() => void) | undefined;
  onShowPeople: () => void;
}

/** One emoji, how many used it, and whether I did. */
export function ReactionChip({ group, meId, tabStop, onToggle, onShowPeople }: ReactionChipProps) {
  const { t } = useTranslation('reactions');
  const format = useFormat();
  const emoji = useEmojiText()(group.emoji);
  const people = usePeopleText(group.userIds, meId);
  const longPress = useLongPress(onShowPeople);
  return (
    <Tooltip label={t('chip', { emoji, people })}>
      <button
        type="button"
        className={classes.chip}
        aria-pressed={group.mine !== null}
        aria-label={t('chipLabel', { emoji, count: group.userIds.length, people })}
        tabIndex={tabStop ? 0 : -1}
        {...longPress}
        onClick={onToggle ?? onShowPeople}
      >
        <EmojiGlyph emoji={group.emoji} />
        <span className={classes.count} aria-hidden>{format.number(group.userIds.length)}</span>
      </button>
    </Tooltip>
  );
}
