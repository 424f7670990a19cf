import { ActionIcon, Button } from '@mantine/core';
import { useToasts } from '@parvis/ui';
import { IconPlayerStopFilled, IconTrash } from '@tabler/icons-react';
import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VoiceNote } from '../../sync/index.ts';
import { formatDuration } from './format-size.ts';
import { type Recording, type RecordingState, startRecording } from './record-voice.ts';
import { VoicePlayer } from './voice-player.tsx';
import classes from './voice-recorder.module.css';
import { Waveform } from './waveform.tsx';

interface VoiceRecorderProps {
  onCancel: () => void;
  onDone: (file: File, voice: VoiceNote) => void;
}

interface Recorded {
  file: File;
  voice: VoiceNote;
  src: string;
}

/** From the first word to listening to it again. Leaving it drops the recording and frees the microphone. */
export function VoiceRecorder({ onCancel, onDone }: VoiceRecorderProps) {
  const { t } = useTranslation(['files', 'common']);
  const toasts = useToasts();
  const [recording, setRecording] = useState<Recording | null>(null);
  const [state, setState] = useState<RecordingState>({ duration: 0, levels: [] });
  const [recorded, setRecorded] = useState<Recorded | null>(null);

  const fail = useEffectEvent((error: unknown) => {
    const name = error instanceof DOMException ? error.name : '';
    toasts.show({ tone: 'error', message: t(name === 'NotAllowedError' ? 'voice.denied' : name === 'NotFoundError' ? 'voice.missing' : 'voice.failed') });
    onCancel();
  });
  const finish = async (current: Recording) => {
    const { file, voice } = await current.stop();
    setRecorded({ file, voice, src: URL.createObjectURL(file) });
  };
  const finishNow = useEffectEvent(finish);
  useEffect(() => {
    const given = new AbortController();
    let current: Recording | undefined;
    startRecording(setState, () => { if (current) void finishNow(current); }, given.signal).then(
      (started) => {
        current = started;
        setRecording(started);
      },
      (error: unknown) => { if (!given.signal.aborted) fail(error); },
    );
    return () => given.abort();
  }, []);
  useEffect(() => () => { if (recorded) URL.revokeObjectURL(recorded.src); }, [recorded]);

  return (
    <div className={classes.recorder} role="group" aria-label={t('voice.record')}>
      <ActionIcon size={34} aria-label={t('voice.discard')} onClick={onCancel}><IconTrash size={19} /></ActionIcon>
      {recorded ? (
        <>
          <VoicePlayer file={{ id: '', src: recorded.src, duration: recorded.voice.duration, waveform: recorded.voice.waveform }} />
          <Button size="compact-md" autoFocus onClick={() => onDone(recorded.file, recorded.voice)}>{t('voice.use')}</Button>
        </>
      ) : (
        <>
          <span className={classes.live} aria-hidden />
          <Waveform peaks={state.levels} duration={0} position={0} label="" />
          <span className={classes.time} role="timer" aria-label={t('voice.recording', { duration: formatDuration(state.duration) })}>{formatDuration(state.duration)}</span>
          <ActionIcon size={34} variant="filled" color="red" autoFocus disabled={recording === null} aria-label={t('voice.stop')} onClick={() => recording && void finish(recording)}>
            <IconPlayerStopFilled size={17} />
          </ActionIcon>
        </>
      )}
    </div>
  );
}
