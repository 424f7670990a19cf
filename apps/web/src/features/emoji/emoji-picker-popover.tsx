import { lazy, Suspense, useRef, useState, type ReactNode } from 'react';
import classes from './emoji-picker-popover.module.css';
import type { EmojiPickerProps } from './emoji-picker-props.ts';

const EmojiPickerDropdown = lazy(async () => ({ default: (await import('./emoji-picker-dropdown.tsx')).EmojiPickerDropdown }));

/** The picker beside what opens it. It loads when it is first opened. */
export function EmojiPickerPopover({ children, ...picker }: EmojiPickerProps & { /** One element that opens it. */ children: ReactNode }) {
  const around = useRef<HTMLSpanElement>(null);
  // Stays once it was opened, so that it can give the focus back as it closes.
  const [wanted, setWanted] = useState(picker.opened);
  if (picker.opened && !wanted) setWanted(true);
  return (
    <>
      <span ref={around} className={classes.around}>{children}</span>
      {wanted && <Suspense fallback={null}><EmojiPickerDropdown {...picker} around={around} /></Suspense>}
    </>
  );
}
