import { Skeleton } from '@mantine/core';
import type { Attachment } from '@parvis/contracts';
import { useMergedRef } from '@mantine/hooks';
import { type Ref, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { footRef } from '../../app/shell/index.ts';
import { useIsPhone } from '../../app/use-is-phone.ts';
import { useDraft, useTyping, type ChannelEntry, type OutgoingMessage } from '../../sync/index.ts';
import { useConversationTitle } from '../channels/index.ts';
import { PollButton } from '../polls/index.ts';
import { ScheduledNotice, useSendLater } from '../scheduled/index.ts';
import { CommandNotice, useCommands } from '../slash-commands/index.ts';
import { ComposerOnDemand } from './composer-on-demand.tsx';
import type { ComposerHandle } from './composer-props.ts';
import classes from './conversation.module.css';
import { MentionedOutsiders } from './mentioned-outsiders.tsx';
import { TypingIndicator } from './typing-indicator.tsx';
import { useAnswer } from './use-answer.tsx';
import { useComposerAttachments } from './use-composer-attachments.tsx';
import { useLargeMention } from './use-large-mention.ts';
import { useMentionedOutsiders } from './use-mentioned-outsiders.ts';
import { useSendMessage } from './use-send-message.ts';
import { useSuggestions } from './use-suggestions.ts';

interface ConversationComposerProps {
  ref?: Ref<ComposerHandle>;
  entry: ChannelEntry;
  /** Of the thread that is answered. */
  threadId?: string | null;
  onSent: () => void;
  /** Arrow up in an empty composer. */
  onEditLast: () => void;
}

export function ConversationComposer({ ref, entry, threadId = null, onSent, onEditLast }: ConversationComposerProps) {
  const { channel } = entry;
  const { t } = useTranslation('messages');
  const title = useConversationTitle(channel);
  // On a phone the keyboard would hide what one came to read.
  const isPhone = useIsPhone();
  const draft = useDraft(channel.id, threadId);
  // What another device wrote is shown by a new composer, which has the focus only if the one before had it.
  const [openedAt] = useState(draft.revision);
  const [focused, setFocused] = useState(false);
  const typing = useTyping(channel.id, threadId);
  const { send } = useSendMessage(channel.id);
  const suggestions = useSuggestions(channel.id);
  const commands = useCommands(entry, threadId);
  const askFirst = useLargeMention(entry);
  const outsiders = useMentionedOutsiders(channel.id);
  /** What looks like a command is meant as words. */
  const asText = useRef(false);
  const composer = useRef<ComposerHandle>(null);
  const merged = useMergedRef(composer, ref ?? null);
  const attachments = useComposerAttachments(threadId ?? channel.id, composer);
  const answer = useAnswer({ channelId: channel.id, threadId, title, draft });
  const later = useSendLater({
    channelId: channel.id,
    threadId,
    composer,
    extras: () => ({ attachmentIds: attachments.files.items.flatMap(({ attachment }) => attachment?.id ?? []), ...answer.extras }),
    onScheduled: () => {
      attachments.take();
      answer.done();
      typing.onStop();
      draft.clear();
    },
  });
  const runCommand = (markdown: string) => {
    const scheduled = later.instead(markdown);
    if (scheduled !== null) return scheduled;
    const words = asText.current || attachments.composerProps.filled === true;
    asText.current = false;
    const command = words ? null : commands.run(markdown, sendFromHere);
    // Asked while the text stays where it is; sent from here, it is cleared as a command's is.
    return command ?? askFirst(markdown)?.then((send) => {
      if (send) sendText(markdown);
      return send;
    }) ?? null;
  };
  const sendAsText = () => {
    commands.dismiss();
    asText.current = true;
    composer.current?.send();
  };
  /** To the thread that is answered, with what is quoted. */
  const sendFromHere = (written: OutgoingMessage) => {
    const message = answer.withPlace(written);
    answer.done();
    typing.onStop();
    draft.clear();
    return send(message).then(onSent);
  };
  const sendText = (text: string) => {
    outsiders.sent(text);
    void sendFromHere(withAttachments(text, attachments.take()));
  };
  return (
    <div ref={footRef} className={classes.composer}>
      <TypingIndicator userIds={typing.userIds} />
      <ScheduledNotice channelId={channel.id} threadId={threadId} />
      <div className={classes.editor} onPasteCapture={attachments.files.onPaste} onFocus={() => setFocused(true)} onBlur={() => setFocused(false)}>
        {commands.notice && <CommandNotice notice={commands.notice} onSendAsText={sendAsText} onClose={commands.dismiss} />}
        {outsiders.userIds.length > 0 && <MentionedOutsiders entry={entry} userIds={outsiders.userIds} onClose={outsiders.dismiss} />}
        {draft.loaded ? (
          <ComposerOnDemand
            key={draft.revision}
            ref={merged}
            conversationName={threadId === null ? title : t('threads:composer', { title })}
            placeholder={threadId === null ? t('composer.placeholder', { title }) : t('threads:placeholder')}
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
            sendOptions={later.button}
            commands={commands}
            {...attachments.composerProps}
            tools={<>{attachments.composerProps.tools}<PollButton channelId={channel.id} threadId={threadId} /></>}
            above={<>{answer.above}{attachments.composerProps.above}</>}
            {...suggestions}
          />
        ) : (
          <Skeleton className={classes.composerSkeleton} />
        )}
      </div>
      {answer.below}
    </div>
  );
}

const withAttachments = (text: string, attachments: Attachment[]): OutgoingMessage =>
  attachments.length === 0 ? { text } : { text, extras: { attachmentIds: attachments.map(({ id }) => id) }, echo: { attachments } };
