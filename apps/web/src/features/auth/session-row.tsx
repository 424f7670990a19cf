import { Button } from '@mantine/core';
import type { Session } from '@parvis/contracts';
import { IconDeviceDesktop, IconDeviceMobile } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/index.ts';
import { deviceName } from './device-name.ts';
import classes from './sessions-page.module.css';

interface SessionRowProps {
  session: Session;
  pending: boolean;
  onRevoke: (session: Session) => void;
}

export function SessionRow({ session, pending, onRevoke }: SessionRowProps) {
  const { t } = useTranslation('auth');
  const format = useFormat();
  const { browser, system, phone } = deviceName(session.userAgent);
  const device = browser && system ? t('sessions.device', { browser, system }) : browser || system || t('sessions.unknownDevice');
  const DeviceIcon = phone ? IconDeviceMobile : IconDeviceDesktop;
  return (
    <li className={classes.row}>
      <span className={classes.icon}><DeviceIcon size={22} stroke={1.6} aria-hidden /></span>
      <span className={classes.text}>
        <span className={classes.device}>{device}</span>
        <span className={classes.detail}>
          {t('sessions.detail', { address: session.address, time: session.current ? t('sessions.now') : format.relative(session.lastSeenAt), since: format.dateTime(session.createdAt) })}
        </span>
      </span>
      {session.current ? <span className={classes.current}>{t('sessions.current')}</span> : (
        <Button variant="default" loading={pending} aria-label={t('sessions.revokeNamed', { device })} onClick={() => onRevoke(session)}>{t('sessions.revoke')}</Button>
      )}
    </li>
  );
}
