import { Button, Loader } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { usePageTitle } from '../../../app/use-page-title.ts';
import { useMeetingEngine, useMeetingView } from '../engine/index.ts';
import { useMeetingTitle } from '../use-meeting-title.ts';
import classes from './after.module.css';
import { takeFocus } from './take-focus.ts';

/** In the lobby: nothing is heard or seen yet, and one may go again. */
export function WaitingRoom() {
  const { t } = useTranslation('meetings');
  const engine = useMeetingEngine();
  const title = useMeetingTitle(useMeetingView((view) => view.meeting));
  usePageTitle(t('waiting.title'));
  return (
    <div className={classes.page}>
      <Loader type="dots" aria-hidden />
      <h1 ref={takeFocus} tabIndex={-1} className={classes.title}>{t('waiting.title')}</h1>
      <p className={classes.text}>{title !== '' && <strong>{title}. </strong>}{t('waiting.text')}</p>
      <Button variant="default" onClick={() => void engine.leave()}>{t('control.leave')}</Button>
    </div>
  );
}
