import { ActionIcon } from '@mantine/core';
import { Tooltip } from '@parvis/ui';
import { IconMicrophone } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VoiceNote } from '../../sync/index.ts';

const VoiceRecorder = lazy(async () => ({ default: (await import('./voice-recorder.tsx')).VoiceRecorder }));

/** Records a voice message, beside the text that is being written. */
export function VoiceButton({ disabled = false, onRecorded }: { disabled?: boolean; onRecorded: (file: File, voice: VoiceNote) => void }) {
  const { t } = useTranslation('files');
  const [recording, setRecording] = useState(false);
  if (recording) {
    return (
      <Suspense fallback={null}>
        <VoiceRecorder
          onCancel={() => setRecording(false)}
          onDone={(file, voice) => {
            setRecording(false);
            onRecorded(file, voice);
          }}
        />
      </Suspense>
    );
  }
  return (
    <Tooltip label={t('voice.record')}>
      <ActionIcon size={34} aria-label={t('voice.record')} disabled={disabled} onClick={() => setRecording(true)}>
        <IconMicrophone size={20} />
      </ActionIcon>
    </Tooltip>
  );
}
