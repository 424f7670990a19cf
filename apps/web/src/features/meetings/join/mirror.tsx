import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DeviceMenus } from './device-menus.tsx';
import classes from './join-flow.module.css';
import { Preview, type Face, type Wanted } from './preview.tsx';

interface MirrorProps {
  face: Face;
  wanted: Wanted;
  onWant: (wanted: Wanted) => void;
  /** What it is, and the way in. */
  children: ReactNode;
}

/** A look in the mirror before coming in, with or without an account. */
export function Mirror({ face, wanted, onWant, children }: MirrorProps) {
  const { t } = useTranslation('meetings');
  return (
    <div className={classes.join} data-wide>
      <Preview wanted={wanted} onWant={onWant} face={face} />
      <div className={classes.side}>
        {children}
        <details className={classes.devices} open={window.innerHeight > 700 && window.innerWidth > 768 ? true : undefined}>
          <summary>{t('devices.title')}</summary>
          <div className={classes.fields}><DeviceMenus /></div>
        </details>
      </div>
    </div>
  );
}
