import { UnstyledButton, type UnstyledButtonProps } from '@mantine/core';
import { Tooltip, type PopupAnchorProps } from '@parvis/ui';
import type { Icon } from '@tabler/icons-react';
import type { ReactNode, Ref } from 'react';
import classes from './control-button.module.css';

interface ControlButtonProps extends UnstyledButtonProps, Partial<Omit<PopupAnchorProps, 'ref'>> {
  label: string;
  icon: Icon;
  /** `off`: mine, and not sent. `on`: it is going on. `danger`: ends it. */
  tone?: 'plain' | 'off' | 'on' | 'danger';
  /** How it is pressed by keyboard, as `aria-keyshortcuts` has it. */
  keys?: string;
  /** The same for eyes. */
  shownKeys?: string;
  pressed?: boolean;
  disabled?: boolean;
  /** Written beside the icon. */
  text?: string;
  badge?: ReactNode;
  ref?: Ref<HTMLButtonElement>;
  onClick?: () => void;
}

export function ControlButton({ label, icon: ButtonIcon, tone = 'plain', keys, shownKeys, pressed, disabled, text, badge, ...rest }: ControlButtonProps) {
  return (
    <Tooltip label={shownKeys === undefined ? label : `${label} (${shownKeys})`} disabled={rest['aria-expanded'] === true}>
      <UnstyledButton {...rest} type="button" className={classes.button} data-tone={tone} data-wide={text !== undefined || undefined} aria-label={label} aria-pressed={pressed} aria-keyshortcuts={keys} aria-disabled={disabled || undefined} onClick={disabled ? undefined : rest.onClick}>
        <ButtonIcon size={22} stroke={1.8} aria-hidden />
        {text !== undefined && <span className={classes.text} aria-hidden>{text}</span>}
        {badge}
      </UnstyledButton>
    </Tooltip>
  );
}
