import type { Attachment } from '@parvis/contracts';
import { useToasts } from '@parvis/ui';
import { type RefObject, useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useUploads } from '../../sync/index.ts';
import { AttachButton, AttachmentTray, type ComposerFiles, useComposerFiles, VoiceButton } from '../files/index.ts';
import type { ComposerHandle, ComposerProps } from './composer-props.ts';
import classes from './composer.module.css';

interface ComposerAttachments {
  files: ComposerFiles;
  /** For the composer: the files above its text, and how to add some. */
  composerProps: Pick<ComposerProps, 'above' | 'tools' | 'toolBusy' | 'filled' | 'onHold'>;
  /** The files go with the message that is being sent. */
  take: () => Attachment[];
}

/** The files of one composer. A message that is sent while they are on their way leaves when they have come. */
export function useComposerAttachments(place: string, composer: RefObject<ComposerHandle | null>): ComposerAttachments {
  const { t } = useTranslation('files');
  const toasts = useToasts();
  const files = useComposerFiles(place);
  const [, uploads] = useUploads(place);
  const [held, setHeld] = useState(false);
  const [recording, setRecording] = useState(false);
  const { items, busy, failed } = files;
  const release = useEffectEvent(() => {
    setHeld(false);
    if (!failed) composer.current?.send();
  });
  useEffect(() => {
    if (held && !busy) release();
  }, [held, busy]);
  const add: ComposerFiles['add'] = (picked, voice) => {
    files.add(picked, voice);
    composer.current?.focus();
  };
  const onHold = busy
    ? () => setHeld(true)
    : failed ? () => toasts.show({ tone: 'error', message: t('failedFirst') }) : undefined;
  return {
    files,
    composerProps: {
      above: items.length === 0 ? undefined : (
        <>
          <AttachmentTray files={files} />
          {held && <p className={classes.held} role="status">{t('sendsWhenReady')}</p>}
        </>
      ),
      tools: (
        <>
          <AttachButton onPick={add} />
          <VoiceButton recording={recording} onRecording={setRecording} onRecorded={(file, voice) => add([file], voice)} />
        </>
      ),
      toolBusy: recording,
      filled: items.length > 0,
      onHold,
    },
    take: () => {
      const attachments = items.flatMap(({ attachment }) => (attachment === null ? [] : [attachment]));
      uploads.release(place, attachments.map(({ id }) => id));
      return attachments;
    },
  };
}
