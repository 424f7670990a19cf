import type { Draft } from '@parvis/contracts';
import { MESSAGE_TEXT_LIMIT } from '@parvis/rich-text';
import { useToasts } from '@parvis/ui';
import { useTranslation } from 'react-i18next';
import { type ChannelEntry, type OutgoingMessage, useDraftActions, useMessage, useSendMessage, useUploads } from '../../sync/index.ts';
import { useLargeMention } from '../messages/index.ts';
import { quoteOf } from '../quotes/index.ts';
import { useCommands } from '../slash-commands/index.ts';

interface SendDraft {
  /** Also while its files, or what it quotes, are still on their way: false. */
  ready: boolean;
  /** As its composer would: commands are run, and a large mention is asked for. */
  send: () => void;
  /** What looks like a command is meant as words. */
  sendAsText: () => void;
  /** Why a command was not run; the draft stays. */
  notice: ReturnType<typeof useCommands>['notice'];
  dismiss: () => void;
}

export interface DraftToSend {
  draft: Draft;
  /** Of the conversation that it is for. */
  entry: ChannelEntry;
  /** How many go with it. */
  files: number;
  /** Leads to where it was sent. */
  open: () => void;
}

/** Sends a draft from outside of its composer, whole: to its thread, with its files and what it quotes. */
export function useSendDraft({ draft: { channelId, threadId, text, quotedMessageId }, entry, files, open }: DraftToSend): SendDraft {
  const { t } = useTranslation('drafts');
  const toasts = useToasts();
  const { take } = useDraftActions();
  const { send } = useSendMessage(channelId);
  const quoted = useMessage(channelId, quotedMessageId);
  const [uploads] = useUploads(threadId ?? channelId);
  const askFirst = useLargeMention(entry);
  const commands = useCommands(entry, threadId);
  const hasWords = text.trim() !== '' && text.length <= MESSAGE_TEXT_LIMIT;

  const deliver = async (written: OutgoingMessage): Promise<void> => {
    const { attachments } = take({ channelId, threadId });
    const quote = quoted ? quoteOf(quoted) : null;
    await send({
      ...written,
      extras: {
        ...written.extras,
        ...(attachments.length > 0 && { attachmentIds: attachments.map(({ id }) => id) }),
        ...(threadId !== null && { threadId }),
        ...(quote && { quotedMessageId: quote.messageId }),
      },
      echo: { ...(attachments.length > 0 && { attachments }), ...(quote && { quote }) },
    });
    toasts.show({ message: t('sent'), action: { label: t('show'), run: open } });
  };
  const sendAsText = (): void => {
    commands.dismiss();
    const asked = askFirst(text);
    if (asked === null) void deliver({ text });
    else void asked.then((wanted) => (wanted ? deliver({ text }) : undefined));
  };
  return {
    ready: quoted !== undefined && uploads.every(({ state }) => state === 'done') && (hasWords || (text.trim() === '' && files > 0)),
    send: () => {
      const command = files > 0 ? null : commands.run(text, deliver);
      if (command === null) sendAsText();
      else void command.then((done) => done && take({ channelId, threadId }));
    },
    sendAsText,
    notice: commands.notice,
    dismiss: commands.dismiss,
  };
}
