import type { MeetingReport } from '@parvis/contracts';
import { Avatar } from '@parvis/ui';
import { useTranslation } from 'react-i18next';
import { formatLocale } from '../../../i18n/index.ts';
import { useUser } from '../../../sync/index.ts';
import { avatarUrl } from '../../users/index.ts';
import { useDuration } from '../use-duration.ts';
import classes from './report-page.module.css';

type Attendee = MeetingReport['attendance'][number];

export function Attendance({ attendance }: { attendance: readonly Attendee[] }) {
  const { t } = useTranslation('meetings');
  return (
    <div className={classes.scroll} tabIndex={0} role="group" aria-label={t('report.people')}>
      <table className={classes.table}>
        <thead><tr><th scope="col">{t('report.name')}</th><th scope="col">{t('report.present')}</th><th scope="col">{t('report.stays')}</th><th scope="col">{t('report.connection')}</th></tr></thead>
        <tbody>{attendance.map((attendee) => <Row key={attendee.userId} attendee={attendee} />)}</tbody>
      </table>
    </div>
  );
}

function Row({ attendee: { userId, name, guest, role, stays, quality } }: { attendee: Attendee }) {
  const { t, i18n } = useTranslation('meetings');
  const duration = useDuration();
  const user = useUser(userId);
  const time = new Intl.DateTimeFormat(formatLocale(i18n.language), { timeStyle: 'short' });
  const total = stays.reduce((sum, { joinedAt, leftAt }) => sum + (leftAt === null ? Date.now() : Date.parse(leftAt)) - Date.parse(joinedAt), 0);
  const detail = [role !== 'attendee' && t(`role.${role}`), guest && t('guest')].filter(Boolean).join(' · ');
  const connection = quality === null ? [] : [quality.rtt !== null && t('report.delay', { value: Math.round(quality.rtt) }), quality.loss !== null && t('report.loss', { value: Math.round(quality.loss * 10) / 10 })];
  return (
    <tr>
      <th scope="row">
        <span className={classes.who}>
          <Avatar id={userId} name={name} src={user && avatarUrl(user)} size={30} />
          <span><span className={classes.name}>{name}</span>{detail && <span className={classes.detail}>{detail}</span>}</span>
        </span>
      </th>
      <td>{duration(total)}</td>
      <td>{stays.map(({ joinedAt, leftAt }) => <span key={joinedAt} className={classes.stay}>{time.format(new Date(joinedAt))} – {leftAt === null ? t('report.still') : time.format(new Date(leftAt))}</span>)}</td>
      <td>{connection.filter(Boolean).join(' · ') || t('report.unknown')}</td>
    </tr>
  );
}
