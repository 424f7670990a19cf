import { useToasts } from '@parvis/ui';
import { useState } from 'react';
import { useErrorText } from '../use-error-text.ts';

/**
 * A choice that holds at once: shown when it is made, saved by `save`, and taken back with a word when
 * that fails. `value` is what holds so far; it follows by itself once the choice is saved.
 */
export function useSavedChoice<T>(value: T, save: (next: T) => Promise<unknown>): [shown: T, choose: (next: T) => void] {
  const toasts = useToasts();
  const errorText = useErrorText();
  const [made, setMade] = useState<{ instead: T; next: T } | null>(null);
  const choose = (next: T) => {
    setMade({ instead: value, next });
    save(next).catch((error: unknown) => {
      setMade(null);
      toasts.show({ tone: 'error', message: errorText(error) });
    });
  };
  return [made !== null && made.instead === value ? made.next : value, choose];
}
