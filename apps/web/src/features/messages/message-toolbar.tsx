import { ActionIcon } from '@mantine/core';
import { ActionMenu, Tooltip } from '@parvis/ui';
import { IconDots, IconMessage } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useIsPhone } from '../../app/use-is-phone.ts';
import { AddReactionButton, QuickReactions } from '../reactions/index.ts';
import { SaveButton } from '../saved/index.ts';
import type { ListedMessage } from './listed-message.ts';
import { messageMenu } from './message-menu.tsx';
import classes from './message-row.module.css';
import type { RowActions } from './row-actions.ts';

interface MessageToolbarProps {
  message: ListedMessage;
  meId: string;
  actions: RowActions;
  /** A menu or picker of it opens or closes: meanwhile it must stay. */
  onOpenChange: (open: boolean) => void;
}

/** Emoji one press away. */
const QUICK = 3;

/** One tab stop; the arrow keys go from tool to tool. What opens from a tool has its own keys. */
const onArrow = (event: KeyboardEvent<HTMLElement>): void => {
  const direction = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>(':scope > button, :scope > span > button')];
  const at = buttons.indexOf(event.target as HTMLElement);
  if (direction === undefined || at === -1) return;
  event.preventDefault();
  const sign = getComputedStyle(event.currentTarget).direction === 'rtl' ? -direction : direction;
  buttons[(at + sign + buttons.length) % buttons.length]?.focus();
};

/** What one does most with a message, and a menu of the rest. */
export function MessageToolbar({ message, meId, actions, onOpenChange }: MessageToolbarProps) {
  const { t } = useTranslation('messages');
  const size = useIsPhone() ? 44 : 32;
  const react = actions.mayReact(message) ? (emoji: string) => actions.react(message, emoji) : undefined;
  return (
    <div className={classes.toolbar} role="toolbar" aria-label={t('toolbar.label')} onKeyDown={onArrow}>
      {react && <QuickReactions message={message} meId={meId} count={QUICK} size={size} onReact={react} />}
      {react && <AddReactionButton size={size} tabIndex={-1} onPick={react} onOpenChange={onOpenChange} />}
      {actions.mayReply(message) && (
        <Tooltip label={t('toolbar.reply')}>
          <ActionIcon size={size} tabIndex={react ? -1 : 0} aria-label={t('toolbar.reply')} onClick={() => actions.reply(message)}><IconMessage size={18} stroke={1.7} /></ActionIcon>
        </Tooltip>
      )}
      <SaveButton message={message} size={size} tabIndex={react || actions.mayReply(message) ? -1 : 0} />
      <ActionMenu label={t('toolbar.more')} actions={messageMenu(message, actions, t)} width={270} onOpenChange={onOpenChange}>
        {(props) => (
          <Tooltip label={t('toolbar.more')} disabled={props['aria-expanded']}>
            <ActionIcon {...props} size={size} tabIndex={-1} aria-label={t('toolbar.more')}><IconDots size={18} stroke={1.7} /></ActionIcon>
          </Tooltip>
        )}
      </ActionMenu>
    </div>
  );
}
