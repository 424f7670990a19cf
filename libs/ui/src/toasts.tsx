import { createContext, useCallback, useContext, useMemo, useRef, useState, type ReactNode } from 'react';
import { ToastCard, type ToastItem, type ToastOptions } from './toast-card.tsx';
import classes from './toasts.module.css';

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
