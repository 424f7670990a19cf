import { Skeleton } from '@mantine/core';
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { useIsPhone } from '../../app/use-is-phone.ts';
import { useDraft, useTyping, type ChannelEntry } from '../../sync/index.ts';
import { useConversationTitle } from '../channels/index.ts';
import { ComposerOnDemand } from './composer-on-demand.tsx';
import type { ComposerHandle } from './composer-props.ts';
import classes from './conversation.module.css';
import { TypingIndicator } from './typing-indicator.tsx';
import { useSendMessage } from './use-send-message.ts';
import { useSuggestions } from './use-suggestions.ts';

interface ConversationComposerProps {
  ref?: Ref<ComposerHandle>;
  entry: ChannelEntry;
  onSent: () => void;
  /** Arrow up in an empty composer. */
  onEditLast: () => void;
}

export function ConversationComposer({ ref, entry: { channel }, onSent, onEditLast }: ConversationComposerProps) {
  const { t } = useTranslation('messages');
  const title = useConversationTitle(channel);
  // On a phone the keyboard would hide what one came to read.
  const isPhone = useIsPhone();
  const draft = useDraft(channel.id);
  const typing = useTyping(channel.id);
  const { send } = useSendMessage(channel.id);
  const suggestions = useSuggestions(channel.id);
  return (
    <div className={classes.composer}>
      <TypingIndicator userIds={typing.userIds} />
      <div className={classes.editor}>
        {draft.loaded ? (
          <ComposerOnDemand
            ref={ref}
            conversationName={title}
            placeholder={t('composer.placeholder', { title })}
            initialMarkdown={draft.text}
            onChangeDraft={draft.setText}
            onTyping={typing.onType}
            onArrowUp={onEditLast}
            autoFocus={!isPhone}
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
      </div>
    </div>
  );
}
