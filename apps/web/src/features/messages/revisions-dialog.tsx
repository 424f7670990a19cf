import { Button } from '@mantine/core';
import { EmptyState, SkeletonRows } from '@parvis/ui';
import type { Message, RouteOutput } from '@parvis/contracts';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DialogFrame } from '../../app/dialog-frame.tsx';
import type { DialogProps } from '../../app/screens.ts';
import { useErrorText } from '../../app/use-error-text.ts';
import { useFormat } from '../../i18n/index.ts';
import { api } from '../../sync/index.ts';
import classes from './revisions-dialog.module.css';
import { TextDifference } from './text-difference.tsx';

interface RevisionsDialogProps extends DialogProps {
  message: Message;
}

type Revision = RouteOutput<'listRevisions'>['revisions'][number];

/** What a message said before each edit, the latest first, with what each edit changed. */
export function RevisionsDialog({ message, onClose }: RevisionsDialogProps) {
  const { t } = useTranslation('messages');
  const format = useFormat();
  const errorText = useErrorText();
  const [state, setState] = useState<{ revisions: Revision[] } | { error: unknown } | null>(null);
  const load = useCallback(() => {
    setState(null);
    api.call('listRevisions', { params: { channelId: message.channelId, messageId: message.id } }).then(setState, (error: unknown) => setState({ error }));
  }, [message.channelId, message.id]);
  useEffect(load, [load]);

  return (
    <DialogFrame title={t('history.title')} size={620} onClose={onClose}>
      {state === null && <SkeletonRows kind="message" rows={3} label={t('history.loading')} />}
      {state !== null && 'error' in state && (
        <EmptyState title={t('history.failed')} action={<Button onClick={load}>{t('history.retry')}</Button>}>{errorText(state.error)}</EmptyState>
      )}
      {state !== null && 'revisions' in state && (
        <ol className={classes.versions} reversed>
          {withNow(state.revisions, message).map(({ text, at, before, isNow }) => (
            <li key={at} className={classes.version}>
              <h3 className={classes.when}>{[isNow && t('history.now'), before === undefined && t('history.first'), format.dateTime(at)].filter(Boolean).join(' · ')}</h3>
              <TextDifference before={before ?? text} after={text} />
            </li>
          ))}
        </ol>
      )}
    </DialogFrame>
  );
}

interface Version extends Revision {
  /** Undefined for the first one. */
  before: string | undefined;
  isNow: boolean;
}

function withNow(revisions: readonly Revision[], message: Message): Version[] {
  const all = [...revisions, { text: message.text, at: message.editedAt ?? message.createdAt }];
  return all.map((revision, index) => ({ ...revision, before: all[index - 1]?.text, isNow: index === all.length - 1 })).reverse();
}
