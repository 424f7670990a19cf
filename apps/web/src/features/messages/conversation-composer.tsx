import { Skeleton } from '@mantine/core';
import type { Attachment } from '@parvis/contracts';
import { useMergedRef } from '@mantine/hooks';
import { type Ref, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useIsPhone } from '../../app/use-is-phone.ts';
import { useDraft, useTyping, type ChannelEntry, type OutgoingMessage } from '../../sync/index.ts';
import { useConversationTitle } from '../channels/index.ts';
import { CommandNotice, useCommands } from '../slash-commands/index.ts';
import { ComposerOnDemand } from './composer-on-demand.tsx';
import type { ComposerHandle } from './composer-props.ts';
import classes from './conversation.module.css';
import { TypingIndicator } from './typing-indicator.tsx';
import { useComposerAttachments } from './use-composer-attachments.tsx';
import { useSendMessage } from './use-send-message.ts';
import { useSuggestions } from './use-suggestions.ts';

interface ConversationComposerProps {
  ref?: Ref<ComposerHandle>;
  entry: ChannelEntry;
  onSent: () => void;
  /** Arrow up in an empty composer. */
  onEditLast: () => void;
}

export function ConversationComposer({ ref, entry, onSent, onEditLast }: ConversationComposerProps) {
  const { channel } = entry;
  const { t } = useTranslation('messages');
  const title = useConversationTitle(channel);
  // On a phone the keyboard would hide what one came to read.
  const isPhone = useIsPhone();
  const draft = useDraft(channel.id);
  // What another device wrote is shown by a new composer, which has the focus only if the one before had it.
  const [openedAt] = useState(draft.revision);
  const [focused, setFocused] = useState(false);
  const typing = useTyping(channel.id);
  const { send } = useSendMessage(channel.id);
  const suggestions = useSuggestions(channel.id);
  const commands = useCommands(entry, onSent);
  /** What looks like a command is meant as words. */
  const asText = useRef(false);
  const composer = useRef<ComposerHandle>(null);
  const merged = useMergedRef(composer, ref ?? null);
  const attachments = useComposerAttachments(channel.id, composer);
  const runCommand = (markdown: string) => {
    const words = asText.current || attachments.composerProps.filled === true;
    asText.current = false;
    return words ? null : commands.run(markdown);
  };
  const sendAsText = () => {
    commands.dismiss();
    asText.current = true;
    composer.current?.send();
  };
  const sendText = (text: string) => {
    typing.onStop();
    draft.clear();
    void send(withAttachments(text, attachments.take())).then(onSent);
  };
  return (
    <div className={classes.composer}>
      <TypingIndicator userIds={typing.userIds} />
      <div className={classes.editor} onPasteCapture={attachments.files.onPaste} onFocus={() => setFocused(true)} onBlur={() => setFocused(false)}>
        {commands.notice && <CommandNotice notice={commands.notice} onSendAsText={sendAsText} onClose={commands.dismiss} />}
        {draft.loaded ? (
          <ComposerOnDemand
            key={draft.revision}
            ref={merged}
            conversationName={title}
            placeholder={t('composer.placeholder', { title })}
            initialMarkdown={draft.text}
            onChangeDraft={draft.setText}
            onTyping={() => {
              draft.touch();
              typing.onType();
            }}
            onArrowUp={onEditLast}
            autoFocus={draft.revision === openedAt ? !isPhone : focused}
            onSend={sendText}
            onCommand={runCommand}
            commands={commands}
            {...attachments.composerProps}
            {...suggestions}
          />
        ) : (
          <Skeleton className={classes.composerSkeleton} />
        )}
      </div>
    </div>
  );
}

const withAttachments = (text: string, attachments: Attachment[]): OutgoingMessage =>
  attachments.length === 0 ? { text } : { text, extras: { attachmentIds: attachments.map(({ id }) => id) }, echo: { attachments } };
