import { IconCloudOff, IconRefresh } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useConnectionState, type ConnectionState } from '../../sync/index.ts';
import classes from './connection-banner.module.css';

/** A hiccup that mends itself within this time is nobody's business. */
const PATIENCE_MS = 2_000;

const isShown = (state: ConnectionState): state is 'offline' | 'reconnecting' | 'connecting' | 'outdated' =>
  state === 'offline' || state === 'reconnecting' || state === 'connecting' || state === 'outdated';

export function ConnectionBanner() {
  const { t } = useTranslation('shell');
  const state = useConnectionState();
  const [waited, setWaited] = useState(false);
  useEffect(() => {
    setWaited(false);
    const timer = setTimeout(() => setWaited(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [state]);
  const immediate = state === 'offline' || state === 'outdated';
  const shown = isShown(state) && (immediate || waited);
  return (
    <div role="status" className={classes.region}>
      {shown && (
        <div className={classes.banner} data-state={state}>
          {state === 'outdated' ? <IconRefresh size={17} aria-hidden /> : <IconCloudOff size={17} aria-hidden />}
          <span>{t(`connection.${state}`)}</span>
          {state === 'outdated' && <button type="button" className={classes.action} onClick={() => location.reload()}>{t('connection.reload')}</button>}
        </div>
      )}
    </div>
  );
}
