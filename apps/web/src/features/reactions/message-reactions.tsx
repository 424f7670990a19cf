import type { Message } from '@parvis/contracts';
import { useTranslation } from 'react-i18next';
import { openDialog } from '../../app/dialogs.tsx';
import { useWorkspace } from '../../sync/index.ts';
import { inSkinTone } from '../emoji/index.ts';
import { AddReactionButton } from './add-reaction-button.tsx';
import classes from './message-reactions.module.css';
import { usePendingReactions } from './pending-reactions.ts';
import { ReactionChip } from './reaction-chip.tsx';
import { shownReactions } from './shown-reactions.ts';

interface MessageReactionsProps {
  message: Message;
  meId: string;
  /** Its chips are in the tab order. */
  tabStop: boolean;
  /** Left out where nobody reacts any more. */
  onReact: ((emoji: string) => void) | undefined;
}

/** Who reacted to a message with what, below it. Nothing when nobody did. */
export function MessageReactions({ message, meId, tabStop, onReact }: MessageReactionsProps) {
  const { t } = useTranslation('reactions');
  const tone = useWorkspace((state) => state.preferences.skinTone);
  const pending = usePendingReactions((state) => state.wanted.get(message.id));
  if (message.reactions === undefined && pending === undefined) return null;
  const groups = shownReactions(message.reactions ?? [], pending, meId);
  if (groups.length === 0) return null;
  return (
    <div className={classes.reactions} role="group" aria-label={t('label')}>
      {groups.map((group) => (
        <ReactionChip
          key={group.key}
          group={group}
          meId={meId}
          tabStop={tabStop}
          onToggle={onReact && (() => onReact(inSkinTone(group.emoji, tone)))}
          onShowPeople={() => openDialog('reactors', { message, emoji: group.key })}
        />
      ))}
      {onReact && <AddReactionButton className={classes.add} size={28} tabIndex={tabStop ? 0 : -1} onPick={onReact} />}
    </div>
  );
}
