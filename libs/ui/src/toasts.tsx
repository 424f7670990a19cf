import { createContext, useCallback, useContext, useMemo, useRef, useState, type ReactNode } from 'react';
import { ToastCard } from './toast-card.tsx';
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
export interface Toasts {
  show: (toast: ToastOptions) => string;
  dismiss: (id: string) => void;
}

const ToastsContext = createContext<Toasts | null>(null);
const MOST_SHOWN = 4;

interface ToastProviderProps {
  regionLabel: string;
  closeLabel: string;
  children: ReactNode;
}

export function ToastProvider({ regionLabel, closeLabel, children }: ToastProviderProps) {
  const [items, setItems] = useState<ToastItem[]>([]);
  const counter = useRef(0);
  const dismiss = useCallback((id: string) => setItems((shown) => shown.filter((item) => item.id !== id)), []);
  const show = useCallback((toast: ToastOptions) => {
    const revision = ++counter.current;
    const id = toast.id ?? `toast-${revision}`;
    setItems((shown) => [...shown.filter((item) => item.id !== id), { ...toast, id, revision }].slice(-MOST_SHOWN));
    return id;
  }, []);
  const value = useMemo(() => ({ show, dismiss }), [show, dismiss]);
  return (
    <ToastsContext value={value}>
      {children}
      <section className={classes.region} aria-label={regionLabel} aria-live="polite">
        {items.map((item) => <ToastCard key={`${item.id}-${item.revision}`} toast={item} closeLabel={closeLabel} onClose={dismiss} />)}
      </section>
    </ToastsContext>
  );
}

export const useToasts = (): Toasts => {
  const toasts = useContext(ToastsContext);
  if (!toasts) throw new Error('useToasts needs a ToastProvider above it');
  return toasts;
};
