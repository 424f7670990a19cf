import { Button, NativeSelect, Switch } from '@mantine/core';
import { IconVolume } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useDeviceChoice, useDevices, useMeetingEngine } from '../engine/index.ts';
import type { DeviceChoice } from '../engine/types.ts';
import { chime } from '../sounds.ts';
import classes from './device-menus.module.css';
import { LevelMeter } from './level-meter.tsx';

/** The browser's own menus: they work on a phone, by keyboard and in full screen alike. `level`: how loud this is, below the microphone. */
export function DeviceMenus({ level }: { level?: MediaStreamTrack | null }) {
  const { t } = useTranslation('meetings');
  const engine = useMeetingEngine();
  const devices = useDevices();
  const choice = useDeviceChoice();
  const choose = (change: Partial<DeviceChoice>) => void engine.choose(change);
  const menu = (label: string, list: readonly MediaDeviceInfo[], chosen: string | null, onChoose: (id: string | null) => void) => (
    <NativeSelect
      label={label} value={list.some(({ deviceId }) => deviceId === chosen) ? (chosen ?? '') : ''} disabled={list.length === 0}
      onChange={(event) => onChoose(event.currentTarget.value === '' ? null : event.currentTarget.value)}
      data={[
        { value: '', label: list.length === 0 ? t('devices.none') : t('devices.default') },
        ...list.filter(({ deviceId }) => deviceId !== '' && deviceId !== 'default').map(({ deviceId, label: name }, index) => ({ value: deviceId, label: name || t('devices.unnamed', { number: index + 1 }) })),
      ]}
    />
  );
  return (
    <>
      {menu(t('devices.microphone'), devices.microphones, choice.microphoneId, (microphoneId) => choose({ microphoneId }))}
      {level !== undefined && <LevelMeter track={level} />}
      {menu(t('devices.camera'), devices.cameras, choice.cameraId, (cameraId) => choose({ cameraId }))}
      <div className={classes.speaker}>
        {devices.speakers.length > 0 && menu(t('devices.speaker'), devices.speakers, choice.speakerId, (speakerId) => choose({ speakerId }))}
        <Button variant="default" leftSection={<IconVolume size={18} aria-hidden />} onClick={() => void chime(choice.speakerId)}>{t('devices.test')}</Button>
      </div>
      <Switch label={t('devices.noise')} checked={choice.noiseSuppression} onChange={(event) => choose({ noiseSuppression: event.currentTarget.checked })} />
      <Switch label={t('devices.blur')} checked={choice.backgroundBlur} onChange={(event) => choose({ backgroundBlur: event.currentTarget.checked })} />
    </>
  );
}
