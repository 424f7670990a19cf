import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem, problemCode } from '../sync/index.ts';

/** A sentence in the reader's language for anything that a call rejects with. */
export function useErrorText(): (error: unknown) => string {
  const { t } = useTranslation('errors');
  return useCallback((error: unknown) => {
    const code = problemCode(error);
    if (error instanceof ApiProblem && code === 'too_many_requests' && error.retryAfter !== null) {
      return t('retryAfter', { count: Math.max(1, Math.ceil(error.retryAfter / 60)) });
    }
    return t(code);
  }, [t]);
}
