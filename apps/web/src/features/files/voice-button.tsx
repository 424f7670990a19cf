import { ActionIcon } from '@mantine/core';
import { Tooltip } from '@parvis/ui';
import { IconMicrophone } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { VoiceNote } from '../../sync/index.ts';

const VoiceRecorder = lazy(async () => ({ default: (await import('./voice-recorder.tsx')).VoiceRecorder }));

interface VoiceButtonProps {
  disabled?: boolean;
  /** Not its own: the composer around it may be replaced right after the press that began it. */
  recording: boolean;
  onRecording: (recording: boolean) => void;
  onRecorded: (file: File, voice: VoiceNote) => void;
}

/** Records a voice message, beside the text that is being written. */
export function VoiceButton({ disabled = false, recording, onRecording, onRecorded }: VoiceButtonProps) {
  const { t } = useTranslation('files');
  if (recording) {
    return (
      <Suspense fallback={null}>
        <VoiceRecorder
          onCancel={() => onRecording(false)}
          onDone={(file, voice) => {
            onRecording(false);
            onRecorded(file, voice);
          }}
        />
      </Suspense>
    );
  }
  return (
    <Tooltip label={t('voice.record')}>
      <ActionIcon size={34} aria-label={t('voice.record')} disabled={disabled} onClick={() => onRecording(true)}>
        <IconMicrophone size={20} />
      </ActionIcon>
    </Tooltip>
  );
}
