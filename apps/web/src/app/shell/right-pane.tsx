import { CloseButton } from '@mantine/core';
import { useEffect, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { create } from 'zustand';
import classes from './right-pane.module.css';
import shell from './shell.module.css';

/** `open` counts the panes mounted; the slot is the element they are drawn into. */
export const useRightPane = create<{ open: number; slot: HTMLElement | null }>(() => ({ open: 0, slot: null }));
const setSlot = (slot: HTMLElement | null) => useRightPane.setState({ slot });

export function RightPaneSlot({ width }: { width: number }) {
  const { t } = useTranslation('shell');
  return <aside id="right-pane" ref={setSlot} className={shell.right} style={{ '--pane-width': `${width}px` } as React.CSSProperties} aria-label={t('details')} />;
}

interface RightPaneProps {
  title: string;
  /** Beside the title. */
  action?: ReactNode;
  onClose: () => void;
  children: ReactNode;
}

/** Draws its children into the shell's right pane, for as long as it is mounted. Escape closes it. */
export function RightPane({ title, action, onClose, children }: RightPaneProps) {
  const { t } = useTranslation();
  const slot = useRightPane((state) => state.slot);
  useEffect(() => {
    useRightPane.setState(({ open }) => ({ open: open + 1 }));
    return () => useRightPane.setState(({ open }) => ({ open: open - 1 }));
  }, []);
  if (!slot) return null;
  return createPortal(
    <div className={classes.pane} onKeyDown={(event) => { if (event.key === 'Escape' && !event.defaultPrevented) onClose(); }}>
      <header className={classes.header}>
        <h2 className={classes.title}>{title}</h2>
        {action}
        <CloseButton aria-label={t('close')} onClick={onClose} size="lg" />
      </header>
      <div className={classes.content}>{children}</div>
    </div>,
    slot,
  );
}
