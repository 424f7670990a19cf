import { Popover } from '@mantine/core';
import { lazy, Suspense, type ReactNode } from 'react';
import classes from './emoji-picker.module.css';

const EmojiPicker = lazy(() => import('./emoji-picker.tsx').then((module) => ({ default: module.EmojiPicker })));

interface EmojiPickerPopoverProps {
  label: string;
  opened: boolean;
  onChange: (opened: boolean) => void;
  /** Gets the emoji's key; the picker closes. */
  onPick: (emoji: string) => void;
  /** One element that opens it. */
  children: ReactNode;
}

export function EmojiPickerPopover({ label, opened, onChange, onPick, children }: EmojiPickerPopoverProps) {
  return (
    <Popover opened={opened} onChange={onChange} position="top-end" trapFocus returnFocus withinPortal shadow="md" radius="md">
      <Popover.Target>{children}</Popover.Target>
      <Popover.Dropdown p={0} aria-label={label}>
        <Suspense fallback={<div className={classes.placeholder} />}>
          <EmojiPicker
            onPick={(emoji) => {
              onChange(false);
              onPick(emoji);
            }}
          />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  );
}
