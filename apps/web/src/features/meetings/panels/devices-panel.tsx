import { useTranslation } from 'react-i18next';
import { Switch } from '@mantine/core';
import { useMeetingEngine, useMeetingView } from '../engine/index.ts';
import { DeviceMenus } from '../join/device-menus.tsx';
import classes from './side-panel.module.css';

/** Microphone, camera and speakers, changed without leaving. */
export function DevicesPanel() {
  const { t } = useTranslation('meetings');
  const engine = useMeetingEngine();
  const track = useMeetingView((view) => view.local.microphone.track);
  const pushToTalk = useMeetingView((view) => view.pushToTalk);
  return (
    <section className={`${classes.section} ${classes.fields}`}>
      <DeviceMenus level={track} />
      <Switch label={t('talk.title')} description={t('talk.hint')} checked={pushToTalk} onChange={(event) => engine.setPushToTalk(event.currentTarget.checked)} />
    </section>
  );
}
