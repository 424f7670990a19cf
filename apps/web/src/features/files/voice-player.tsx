import { ActionIcon, UnstyledButton } from '@mantine/core';
import type { Attachment } from '@parvis/contracts';
import { IconPlayerPauseFilled, IconPlayerPlayFilled } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { contentUrl } from './file-url.ts';
import { formatDuration } from './format-size.ts';
import { usePlayback } from './use-playback.ts';
import classes from './voice-player.module.css';
import { Waveform } from './waveform.tsx';

/** A voice message: plays in place, at 1 to 2 times its speed; the waveform is its slider. */
export function VoicePlayer({ file }: { file: Pick<Attachment, 'id' | 'duration' | 'waveform'> & { src?: string } }) {
  const { t } = useTranslation('files');
  const duration = file.duration ?? 0;
  const { audio, playing, position, speed, toggle, seek, nextSpeed } = usePlayback(duration);
  const label = t(playing ? 'voice.pause' : 'voice.play');
  return (
    <div className={classes.player} role="group" aria-label={t('voice.label', { duration: formatDuration(duration) })}>
      <audio ref={audio} src={file.src ?? contentUrl(file)} preload="none" />
      <ActionIcon size={36} radius="xl" variant="filled" color="indigo" aria-label={label} onClick={toggle}>
        {playing ? <IconPlayerPauseFilled size={17} /> : <IconPlayerPlayFilled size={17} />}
      </ActionIcon>
      <Waveform peaks={file.waveform ?? []} duration={duration} position={position} label={t('voice.position')} onSeek={seek} />
      <span className={classes.time}>{formatDuration(playing || position > 0 ? position : duration)}</span>
      <UnstyledButton className={classes.speed} aria-label={t('voice.speed', { speed })} onClick={nextSpeed}>{speed}×</UnstyledButton>
    </div>
  );
}
