import { ActionIcon } from '@mantine/core';
import { Tooltip } from '@parvis/ui';
import { useMediaQuery } from '@mantine/hooks';
import { IconLink, IconMail, IconPencil, IconTrash } from '@tabler/icons-react';
import type { ComponentType, KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListedMessage } from './listed-message.ts';
import type { RowActions } from './row-actions.ts';
import classes from './message-row.module.css';

interface MessageToolbarProps {
  message: ListedMessage;
  actions: RowActions;
}

interface Tool {
  name: 'edit' | 'copyLink' | 'markUnread' | 'delete';
  icon: ComponentType<{ size: number; stroke: number }>;
  run: () => void;
}

/** One tab stop; the arrow keys go from tool to tool. */
const onArrow = (event: KeyboardEvent<HTMLElement>): void => {
  const direction = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (direction === undefined) return;
  event.preventDefault();
  const buttons = [...event.currentTarget.querySelectorAll('button')];
  const sign = getComputedStyle(event.currentTarget).direction === 'rtl' ? -direction : direction;
  const at = buttons.indexOf(event.target as HTMLButtonElement);
  buttons[(at + sign + buttons.length) % buttons.length]?.focus();
};

export function MessageToolbar({ message, actions }: MessageToolbarProps) {
  const { t } = useTranslation('messages');
  const phone = useMediaQuery('(max-width: 768px)');
  const tools: Tool[] = [
    ...(actions.mayEdit(message) ? [{ name: 'edit' as const, icon: IconPencil, run: () => actions.edit(message) }] : []),
    { name: 'copyLink', icon: IconLink, run: () => actions.copyLink(message) },
    { name: 'markUnread', icon: IconMail, run: () => actions.markUnread(message) },
    ...(actions.mayDelete(message) ? [{ name: 'delete' as const, icon: IconTrash, run: () => actions.remove(message) }] : []),
  ];
  return (
    <div className={classes.toolbar} role="toolbar" aria-label={t('toolbar.label')} onKeyDown={onArrow}>
      {tools.map(({ name, icon: Icon, run }, index) => (
        <Tooltip key={name} label={t(`toolbar.${name}`)}>
          <ActionIcon size={phone ? 44 : 32} className={name === 'delete' ? classes.danger : undefined} aria-label={t(`toolbar.${name}`)} tabIndex={index === 0 ? 0 : -1} onClick={run}>
            <Icon size={18} stroke={1.7} />
          </ActionIcon>
        </Tooltip>
      ))}
    </div>
  );
}
