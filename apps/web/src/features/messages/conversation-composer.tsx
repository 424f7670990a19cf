import { Skeleton } from '@mantine/core';
import { lazy, Suspense, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useDraft, useTyping, type ChannelEntry } from '../../sync/index.ts';
import { useConversationTitle } from '../channels/index.ts';
import classes from './conversation.module.css';
import { TypingIndicator } from './typing-indicator.tsx';
import { useSendMessage } from './use-send-message.ts';
import { useSuggestions } from './use-suggestions.ts';

const Composer = lazy(() => import('./composer.tsx').then((module) => ({ default: module.Composer })));

interface ConversationComposerProps {
  entry: ChannelEntry;
  onSent: () => void;
  /** Arrow up in an empty composer. */
  onEditLast: () => void;
}

export function ConversationComposer({ entry: { channel }, onSent, onEditLast }: ConversationComposerProps) {
  const { t } = useTranslation('messages');
  const title = useConversationTitle(channel);
  const draft = useDraft(channel.id);
  const typing = useTyping(channel.id);
  const { send } = useSendMessage(channel.id);
  const suggestions = useSuggestions(channel.id);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowUp' || event.shiftKey || event.altKey || event.defaultPrevented || draft.text !== '') return;
    event.preventDefault();
    onEditLast();
  };
  return (
    <div className={classes.composer}>
      <TypingIndicator userIds={typing.userIds} />
      <div className={classes.editor} onKeyDown={onKeyDown}>
        <Suspense fallback={<Skeleton className={classes.composerSkeleton} />}>
          {draft.loaded ? (
            <Composer
              conversationName={title}
              placeholder={t('composer.placeholder', { title })}
              initialMarkdown={draft.text}
              onChangeDraft={draft.setText}
              onTyping={typing.onType}
              onSend={(text) => {
                typing.onStop();
                draft.setText('');
                void send(text).then(onSent);
              }}
              {...suggestions}
            />
          ) : (
            <Skeleton className={classes.composerSkeleton} />
          )}
        </Suspense>
      </div>
    </div>
  );
}
