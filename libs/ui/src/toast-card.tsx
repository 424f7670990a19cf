import { IconX } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import classes from './toasts.module.css';

export interface ToastOptions {
  message: string;
  tone?: 'neutral' | 'success' | 'error';
  /** For example undo. Running it closes the toast. */
  action?: { label: string; run: () => void };
  /** In ms; null stays until closed. Errors and toasts with an action stay 10 s, others 5 s. */
  duration?: number | null;
  /** A toast of the same id replaces the one shown. */
  id?: string;
}
export interface ToastItem extends ToastOptions {
  id: string;
  /** Changes when a toast is replaced, so that its time starts again. */
  revision: number;
}

interface ToastCardProps {
  toast: ToastItem;
  closeLabel: string;
  onClose: (id: string) => void;
}

const timeOf = ({ duration, action, tone }: ToastItem): number | null =>
  duration === undefined ? (action || tone === 'error' ? 10_000 : 5_000) : duration;

export function ToastCard({ toast, closeLabel, onClose }: ToastCardProps) {
  // Time stands still while somebody points at it or has the focus in it (WCAG 2.2.1).
  const [held, setHeld] = useState(false);
  useEffect(() => {
    const time = timeOf(toast);
    if (time === null || held) return;
    const timer = setTimeout(() => onClose(toast.id), time);
    return () => clearTimeout(timer);
  }, [toast, held, onClose]);
  const { action, id } = toast;
  return (
    <div
      className={classes.toast}
      data-tone={toast.tone ?? 'neutral'}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span className={classes.message}>{toast.message}</span>
      {action && (
        <button type="button" className={classes.action} onClick={() => { onClose(id); action.run(); }}>
          {action.label}
        </button>
      )}
      <button type="button" className={classes.close} aria-label={closeLabel} onClick={() => onClose(id)}>
        <IconX size={16} aria-hidden />
      </button>
    </div>
  );
}
