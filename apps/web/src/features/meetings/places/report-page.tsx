import type { Meeting, MeetingReport } from '@parvis/contracts';
import { EmptyState, SkeletonRows } from '@parvis/ui';
import { useQuery } from '@tanstack/react-query';
import { IconVideoOff } from '@tabler/icons-react';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PlacePage } from '../../../app/place-page.tsx';
import { useErrorText } from '../../../app/use-error-text.ts';
import { useFormat } from '../../../i18n/index.ts';
import { api, useWorkspace } from '../../../sync/index.ts';
import { meetingQuery } from '../meeting-query.ts';
import { useMeetingTitle } from '../use-meeting-title.ts';
import { useDuration } from '../use-duration.ts';
import { useUnanswered } from '../use-unanswered.ts';
import { Attendance } from './attendance.tsx';
import classes from './report-page.module.css';

/** While a recording is put together it is asked again this often, in milliseconds. */
const AGAIN = 5_000;
const isOnItsWay = ({ state }: MeetingReport['recordings'][number]) => state === 'recording' || state === 'composing';

/** `/meet/:meetingId/report`: how long, who, how well, what was recorded. */
export function ReportPage() {
  const { t } = useTranslation('meetings');
  const errorText = useErrorText();
  const meetingId = useParams({ strict: false, select: (params) => params.meetingId }) ?? '';
  const meeting = useQuery(meetingQuery(meetingId));
  const report = useQuery({ queryKey: ['meeting-report', meetingId], queryFn: () => api.call('getMeetingReport', { params: { id: meetingId } }), retry: false, refetchInterval: ({ state }) => (state.data?.recordings.some(isOnItsWay) ? AGAIN : false) });
  const title = useMeetingTitle(meeting.data);
  const error = meeting.error ?? report.error;
  return (
    <PlacePage title={title || t('report.title')} backTo="/meet">
      {error && <EmptyState icon={<IconVideoOff size={32} />} title={t('join.none')}>{errorText(error)}</EmptyState>}
      {!error && (!meeting.data || !report.data) && <SkeletonRows rows={6} label={t('join.loading')} />}
      {meeting.data && report.data && (
        <div className={classes.report}>
          <Summary meeting={meeting.data} duration={report.data.duration} people={report.data.attendance.length} />
          {report.data.recordings.length > 0 && (
            <section aria-labelledby="report-recordings">
              <h2 id="report-recordings" className={classes.heading}>{t('report.recordings')}</h2>
              <ul className={classes.recordings}>
                {report.data.recordings.map(({ id, state, messageId }) => (
                  <li key={id}>
                    {messageId !== null && meeting.data ? <Link to="/c/$channelId" params={{ channelId: meeting.data.channelId }} search={{ message: messageId }}>{t('report.openRecording')}</Link> : t(`report.recording.${state}`)}
                  </li>
                ))}
              </ul>
            </section>
          )}
          <section aria-labelledby="report-people">
            <h2 id="report-people" className={classes.heading}>{t('report.people')}</h2>
            <Attendance attendance={report.data.attendance} />
          </section>
        </div>
      )}
    </PlacePage>
  );
}

function Summary({ meeting: { startedAt, channelId, outcome, createdBy }, duration, people }: { meeting: Meeting; duration: number; people: number }) {
  const { t } = useTranslation('meetings');
  const format = useFormat();
  const lasted = useDuration();
  const unanswered = useUnanswered(outcome, createdBy);
  const known = useWorkspace((state) => state.channels[channelId] !== undefined);
  return (
    <dl className={classes.summary}>
      <div><dt>{t('report.began')}</dt><dd>{format.dateTime(startedAt)}</dd></div>
      {unanswered ? <div><dt>{t('card.call')}</dt><dd>{unanswered}</dd></div> : <div><dt>{t('report.lasted')}</dt><dd>{lasted(duration)}</dd></div>}
      <div><dt>{t('report.people')}</dt><dd>{format.number(people)}</dd></div>
      {known && <div><dt>{t('report.conversation')}</dt><dd><Link to="/c/$channelId" params={{ channelId }}>{t('report.open')}</Link></dd></div>}
    </dl>
  );
}
