import { useToasts } from '@parvis/ui';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, type RefObject, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../app/use-error-text.ts';
import { type MessageExtras, useScheduledActions } from '../../sync/index.ts';
import { SendLaterButton } from './send-later-button.tsx';
import { useClock } from './use-clock.ts';

interface SendLaterOptions {
  channelId: string;
  threadId?: string | null;
  composer: RefObject<{ send: () => void; focus: () => void } | null>;
  /** Its files, all of which are there, and what it answers. */
  extras: () => Pick<MessageExtras, 'attachmentIds' | 'quotedMessageId' | 'alsoInChannel'>;
  /** It waits on the server: draft, files and quote are no longer the composer's. */
  onScheduled: () => void;
}

interface SendLater {
  /** Beside the composer's Send. */
  button: (canSend: boolean) => ReactNode;
  /** Asked before a message is sent: null when it is to be sent now; else whether it was scheduled. */
  instead: (text: string) => Promise<boolean> | null;
}

/** Schedules what stands in a composer, by the same way as it is sent: what may not be sent may not be scheduled. */
export function useSendLater({ channelId, threadId = null, composer, extras, onScheduled }: SendLaterOptions): SendLater {
  const { t } = useTranslation('scheduled');
  const { at } = useClock();
  const toasts = useToasts();
  const errorText = useErrorText();
  const navigate = useNavigate();
  const { schedule } = useScheduledActions();
  const asked = useRef<{ sendAt: string; done: () => void; failed: (error: unknown) => void } | null>(null);

  const pick = (sendAt: string) => new Promise<void>((done, failed) => {
    asked.current = { sendAt, done, failed };
    composer.current?.send();
    // Something isn't ready: that is told by then, and nothing was scheduled.
    if (asked.current !== null) done();
    asked.current = null;
  });
  const instead = (text: string) => {
    const wanted = asked.current;
    if (wanted === null) return null;
    asked.current = null;
    return schedule({ channelId, threadId, text, ...extras(), sendAt: wanted.sendAt }).then(
      () => {
        onScheduled();
        // The button that had it can't be pressed any more.
        composer.current?.focus();
        toasts.show({ tone: 'success', message: t('later.scheduled', { time: at(wanted.sendAt) }), action: { label: t('later.show'), run: () => void navigate({ to: '/scheduled' }) } });
        wanted.done();
        return true;
      },
      (error: unknown) => {
        toasts.show({ tone: 'error', message: errorText(error) });
        wanted.failed(error);
        return false;
      },
    );
  };
  return { button: (canSend) => <SendLaterButton disabled={!canSend} onPick={pick} />, instead };
}
