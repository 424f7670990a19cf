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
      {/* Named by their roles too: on a phone its rows are no rows to the browser. */}
      <table className={classes.table} role="table">
        <thead role="rowgroup"><tr role="row">{(['name', 'present', 'stays', 'connection'] as const).map((column) => <th key={column} scope="col" role="columnheader">{t(`report.${column}`)}</th>)}</tr></thead>
        <tbody role="rowgroup">{attendance.map((attendee) => <Row key={attendee.userId} attendee={attendee} />)}</tbody>
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
    <tr role="row">
      <th scope="row" role="rowheader">
        <span className={classes.who}>
          <Avatar id={userId} name={name} src={user && avatarUrl(user)} size={30} />
          <span><span className={classes.name}>{name}</span>{detail && <span className={classes.detail}>{detail}</span>}</span>
        </span>
      </th>
      <td role="cell" data-label={t('report.present')}>{duration(total)}</td>
      <td role="cell" data-label={t('report.stays')}>{stays.map(({ joinedAt, leftAt }) => <span key={joinedAt} className={classes.stay}>{time.format(new Date(joinedAt))} – {leftAt === null ? t('report.still') : time.format(new Date(leftAt))}</span>)}</td>
      <td role="cell" data-label={t('report.connection')}>{connection.filter(Boolean).join(' · ') || t('report.unknown')}</td>
    </tr>
  );
}
