import type { Message } from '@parvis/contracts';
import { Avatar } from '@parvis/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DialogFrame } from '../../app/dialog-frame.tsx';
import type { DialogProps } from '../../app/screens.ts';
import { useFormat } from '../../i18n/index.ts';
import { useUser, useWorkspace } from '../../sync/index.ts';
import { EmojiGlyph, useEmojiText } from '../emoji/index.ts';
import { avatarUrl } from '../users/index.ts';
import classes from './reactors-dialog.module.css';
import { type ReactionGroup, shownReactions } from './shown-reactions.ts';

interface ReactorsDialogProps extends DialogProps {
  message: Message;
  /** The emoji whose people are shown first; of all without one. */
  emoji?: string;
}

/** Everybody who reacted, by emoji; as it is now, not as it was when it was opened. */
export function ReactorsDialog({ message, emoji, onClose }: ReactorsDialogProps) {
  const { t } = useTranslation('reactions');
  const format = useFormat();
  const textOf = useEmojiText();
  const meId = useWorkspace((state) => state.me.id);
  const now = useWorkspace((state) => {
    for (const { messages } of Object.values(state.windows)) {
      const found = messages.find(({ id }) => id === message.id);
      if (found) return found;
    }
    return message;
  }, Object.is);
  const groups = shownReactions(now.reactions ?? [], undefined, meId);
  const [chosen, setChosen] = useState(emoji ?? null);
  const shown = groups.some(({ key }) => key === chosen) ? groups.filter(({ key }) => key === chosen) : groups;
  return (
    <DialogFrame title={t('dialog')} size={420} onClose={onClose}>
      <div className={classes.filters} role="group" aria-label={t('label')}>
        <Filter label={t('all')} pressed={shown.length === groups.length} onPress={() => setChosen(null)}>{t('all')}</Filter>
        {groups.map((group) => (
          <Filter
            key={group.key}
            label={t('tab', { emoji: textOf(group.emoji), count: group.userIds.length })}
            pressed={shown.length < groups.length && shown.includes(group)}
            onPress={() => setChosen(group.key)}
          >
            <EmojiGlyph emoji={group.emoji} /> {format.number(group.userIds.length)}
          </Filter>
        ))}
      </div>
      <ul className={classes.people}>
        {shown.flatMap((group) => group.userIds.map((userId) => <Reactor key={`${group.key} ${userId}`} group={group} userId={userId} />))}
      </ul>
    </DialogFrame>
  );
}

function Filter({ label, pressed, onPress, children }: { label: string; pressed: boolean; onPress: () => void; children: React.ReactNode }) {
  return <button type="button" className={classes.filter} aria-label={label} aria-pressed={pressed} onClick={onPress}>{children}</button>;
}

function Reactor({ group, userId }: { group: ReactionGroup; userId: string }) {
  const user = useUser(userId);
  const textOf = useEmojiText();
  const name = user?.name ?? '…';
  return (
    <li className={classes.person}>
      <Avatar id={userId} name={name} size={32} src={user && avatarUrl(user)} />
      <span className={classes.name}>{name}</span>
      <span className={classes.emoji} role="img" aria-label={textOf(group.emoji)}><EmojiGlyph emoji={group.emoji} /></span>
    </li>
  );
}
