import { IconX } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { ToastItem } from './toasts.tsx';
import classes from './toasts.module.css';

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
