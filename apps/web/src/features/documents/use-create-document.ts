import { newClientId } from '@parvis/client-sdk';
import type { RouteCall } from '@parvis/contracts';
import { useToasts } from '@parvis/ui';
import { useNavigate } from '@tanstack/react-router';
import { useRef } from 'react';
import { useErrorText } from '../../app/use-error-text.ts';
import { api } from '../../sync/index.ts';
import { noteJustMade } from './just-made.ts';
import { beginWith, type TemplateName } from './templates/begin-with.ts';

type Wanted = Omit<RouteCall<'createDocument'>['body'], 'clientId'>;

/** Makes a document and opens it, with the cursor in its title, filled with a template when one is named; what goes wrong is told. */
export function useCreateDocument(): (wanted?: Wanted, template?: TemplateName) => Promise<void> {
  const navigate = useNavigate();
  const toasts = useToasts();
  const errorText = useErrorText();
  const making = useRef(false);
  return async (wanted = {}, template) => {
    // A second press before the first one is answered would make a second document.
    if (making.current) return;
    making.current = true;
    try {
      const { document } = await api.call('createDocument', { body: { ...wanted, clientId: newClientId() } });
      noteJustMade(document.id);
      if (template !== undefined) beginWith(document.id, template);
      await navigate({ to: '/docs/$documentId', params: { documentId: document.id } });
    } catch (error) {
      toasts.show({ message: errorText(error), tone: 'error' });
    } finally {
      making.current = false;
    }
  };
}
