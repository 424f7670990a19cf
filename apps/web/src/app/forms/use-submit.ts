import { useCallback, useEffect, useRef, useState, type FormEvent } from 'react';
import { useErrorText } from '../use-error-text.ts';

interface Submit {
  /** For the form's `onSubmit`. */
  onSubmit: (event: FormEvent) => void;
  pending: boolean;
  /** A sentence, while the last attempt has failed. */
  error: string | null;
}

/** Runs `action` once at a time. The fields are the caller's state: a failure leaves them as they are. */
export function useSubmit(action: () => Promise<unknown>): Submit {
  const errorText = useErrorText();
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const running = useRef(false);
  const mounted = useRef(true);
  useEffect(() => {
    mounted.current = true;
    return () => { mounted.current = false; };
  }, []);
  const onSubmit = useCallback((event: FormEvent) => {
    event.preventDefault();
    if (running.current) return;
    running.current = true;
    setPending(true);
    setFailure(null);
    action().catch((error: unknown) => { if (mounted.current) setFailure(error); }).finally(() => {
      running.current = false;
      if (mounted.current) setPending(false);
    });
  }, [action]);
  return { onSubmit, pending, error: failure === null ? null : errorText(failure) };
}
