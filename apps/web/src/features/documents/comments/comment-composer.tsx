import { Skeleton } from '@mantine/core';
import { newClientId } from '@parvis/client-sdk';
import { LIMITS } from '@parvis/contracts/limits';
import { extractMentions } from '@parvis/rich-text';
import { Suspense, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../../app/use-error-text.ts';
import { Composer, useSuggestions } from '../../messages/index.ts';
import { useTellNoAccess } from '../mentions/use-tell-no-access.ts';
import { readDraft, writeDraft } from './comment-draft.ts';
import classes from './comments.module.css';

interface CommentComposerProps {
  documentId: string;
  /** Home of the document: its people are found first. */
  channelId: string | null;
  /** Of the draft: a thread, a comment that is changed, or what is new. */
  place: string;
  label: string;
  /** A comment that is changed. */
  initial?: string;
  autoFocus?: boolean;
  /** Resolves once the server has it. The same client id comes with each try of the same words. */
  onSend: (text: string, clientId: string) => Promise<unknown>;
  onCancel?: () => void;
}

/** Where a comment is written. What could not be sent stays in it. */
export function CommentComposer({ documentId, channelId, place, label, initial, autoFocus = false, onSend, onCancel }: CommentComposerProps) {
  const { t } = useTranslation('documents');
  const errorText = useErrorText();
  const tellNoAccess = useTellNoAccess(documentId);
  const suggestions = useSuggestions(channelId ?? '');
  const tried = useRef({ text: '', clientId: '' });
  const [turn, setTurn] = useState(0);
  const [error, setError] = useState<string | null>(null);
  const send = (text: string) => {
    if (tried.current.text !== text) tried.current = { text, clientId: newClientId() };
    setError(null);
    onSend(text, tried.current.clientId).then(
      () => {
        writeDraft(documentId, place, '');
        void tellNoAccess(extractMentions(text).userIds);
      },
      (problem: unknown) => {
        writeDraft(documentId, place, text);
        setError(errorText(problem));
        setTurn((before) => before + 1);
      },
    );
  };
  const draft = readDraft(documentId, place);
  return (
    <div className={classes.composer}>
      <Suspense fallback={<Skeleton height={84} />}>
        <Composer
          key={turn} conversationName={label} label={label} placeholder={label} initialMarkdown={draft === '' ? (initial ?? '') : draft} maxLength={LIMITS.commentText}
          onSend={send} onChangeDraft={(text) => { if (initial === undefined) writeDraft(documentId, place, text); }}
          editing={initial !== undefined} autoFocus={autoFocus} {...(onCancel && { onCancel })} {...suggestions} mayMentionAll={false}
        />
      </Suspense>
      {error !== null && <p role="alert" className={classes.error}>{t('comments.notSent', { error })}</p>}
    </div>
  );
}
