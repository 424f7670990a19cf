import { useToasts } from '@parvis/ui';
import { useErrorText } from '../../../app/use-error-text.ts';
import { useInvalidateDocuments } from '../document-queries.ts';

/** Runs a change of documents, looks at them again, and tells what went wrong. Answers whether it was done. */
export function useDocumentTask(): (task: () => Promise<unknown>) => Promise<boolean> {
  const toasts = useToasts();
  const errorText = useErrorText();
  const invalidate = useInvalidateDocuments();
  return async (task) => {
    try {
      await task();
      await invalidate();
      return true;
    } catch (error) {
      toasts.show({ message: errorText(error), tone: 'error' });
      return false;
    }
  };
}
