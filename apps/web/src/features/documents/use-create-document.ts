import { newClientId } from '@parvis/client-sdk';
import type { RouteCall } from '@parvis/contracts';
import { useToasts } from '@parvis/ui';
import { useNavigate } from '@tanstack/react-router';
import { useErrorText } from '../../app/use-error-text.ts';
import { api } from '../../sync/index.ts';
import { beginWith, type TemplateName } from './templates/begin-with.ts';

type Wanted = Omit<RouteCall<'createDocument'>['body'], 'clientId'>;

/** Makes a document and opens it, filled with a template when one is named; what goes wrong is told. */
export function useCreateDocument(): (wanted?: Wanted, template?: TemplateName) => Promise<void> {
  const navigate = useNavigate();
  const toasts = useToasts();
  const errorText = useErrorText();
  return async (wanted = {}, template) => {
    try {
      const { document } = await api.call('createDocument', { body: { ...wanted, clientId: newClientId() } });
      if (template !== undefined) beginWith(document.id, template);
      await navigate({ to: '/docs/$documentId', params: { documentId: document.id } });
    } catch (error) {
      toasts.show({ message: errorText(error), tone: 'error' });
    }
  };
}
