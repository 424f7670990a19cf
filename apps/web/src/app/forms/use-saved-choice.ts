import { useToasts } from '@parvis/ui';
import { useErrorText } from '../use-error-text.ts';

/** For a choice that holds at once: when `save`, which shows it and takes it back, is refused, a word says so. */
export function useSavedChoice<T>(save: (next: T) => Promise<unknown>): (next: T) => void {
  const toasts = useToasts();
  const errorText = useErrorText();
  return (next) => {
    save(next).catch((error: unknown) => toasts.show({ tone: 'error', message: errorText(error) }));
  };
}
