import { useToasts } from '@parvis/ui';
import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useErrorText } from '../../app/use-error-text.ts';
import { api, useWorkspaceActions } from '../../sync/index.ts';

/** Goes to my conversation with one person. */
export function useOpenDirect(): (userId: string) => void {
  const navigate = useNavigate();
  const toasts = useToasts();
  const errorText = useErrorText();
  const { addChannel } = useWorkspaceActions();
  return useCallback(
    (userId) => {
      api.call('openConversation', { body: { userIds: [userId] } }).then(
        async (summary) => {
          addChannel(summary);
          await navigate({ to: '/c/$channelId', params: { channelId: summary.channel.id } });
        },
        (error: unknown) => toasts.show({ tone: 'error', message: errorText(error) }),
      );
    },
    [navigate, toasts, errorText, addChannel],
  );
}
