import { Popover } from '@mantine/core';
import { useLayoutEffect, type Ref, type RefObject } from 'react';
import type { EmojiPickerProps } from './emoji-picker-props.ts';
import { EmojiPicker } from './emoji-picker.tsx';

interface EmojiPickerDropdownProps extends EmojiPickerProps {
  /** Around the element that opens it. */
  around: RefObject<HTMLElement | null>;
}

/** The picker with what places it: a file of its own, as both are large and nobody needs them at first. */
export function EmojiPickerDropdown({ label, opened, onChange, onPick, around }: EmojiPickerDropdownProps) {
  return (
    <Popover opened={opened} onChange={onChange} position="top-end" trapFocus returnFocus withinPortal withRoles={false} shadow="md" radius="md">
      <Popover.Target><Opener around={around} /></Popover.Target>
      <Popover.Dropdown p={0} role="dialog" aria-label={label}>
        <EmojiPicker
          onPick={(emoji) => {
            onChange(false);
            onPick(emoji);
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}

/** Stands for the opener, which is already there, so that it stays the same element and keeps the focus. */
function Opener({ around, ref }: Pick<EmojiPickerDropdownProps, 'around'> & { ref?: Ref<Element> }) {
  useLayoutEffect(() => {
    if (typeof ref !== 'function') return undefined;
    ref(around.current?.firstElementChild ?? null);
    return () => {
      ref(null);
    };
  }, [ref, around]);
  return null;
}
