import { Button } from '@mantine/core';
import type { Meeting } from '@parvis/contracts';
import { Notice } from '@parvis/ui';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ListBackButton } from '../../../app/shell/index.ts';
import { usePageTitle } from '../../../app/use-page-title.ts';
import { useUsers, useWorkspace } from '../../../sync/index.ts';
import { avatarUrl } from '../../users/index.ts';
import { useMeetingEngine, useMeetingView } from '../engine/index.ts';
import { useMeetingTitle } from '../use-meeting-title.ts';
import classes from './join-flow.module.css';
import { Mirror } from './mirror.tsx';
import { usePreview } from './use-preview.ts';

interface PreJoinProps {
  meeting: Meeting;
  joining: boolean;
  ready: boolean;
  /** What stands in the way. */
  children?: ReactNode;
}

/** What it is and who is in it, beside the mirror. */
export function PreJoin({ meeting, joining, ready, children }: PreJoinProps) {
  const { t } = useTranslation(['meetings', 'errors']);
  const engine = useMeetingEngine();
  const me = useWorkspace((state) => state.me);
  const problem = useMeetingView((view) => view.problem);
  const [wanted, want] = usePreview();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus({ preventScroll: true }), []);
  const title = useMeetingTitle(meeting);
  usePageTitle(title);
  const join = () => void engine.join({ meetingId: meeting.id, ...wanted });
  return (
    <Mirror wanted={wanted} onWant={want} face={{ id: me.id, name: me.name, src: avatarUrl(me) }}>
      <div className={classes.head}>
        <ListBackButton to="/meet" />
        <h1 className={classes.title}>{title}</h1>
      </div>
      <WhoIsIn channelId={meeting.channelId} meetingId={meeting.id} />
      {children}
      {problem !== null && problem !== 'autoplay_blocked' && <Notice tone="error">{t(problem, { ns: 'errors' })}</Notice>}
      <Button ref={button} size="md" loading={joining} disabled={!ready} onClick={join}>{t('join.now')}</Button>
    </Mirror>
  );
}

function WhoIsIn({ channelId, meetingId }: { channelId: string; meetingId: string }) {
  const { t, i18n } = useTranslation('meetings');
  const running = useWorkspace((state) => state.channels[channelId]?.meeting);
  const here = running?.id === meetingId ? running : undefined;
  const users = useUsers(here?.userIds ?? []);
  const names = users.flatMap((user) => (user ? [user.name] : []));
  const count = here?.participantCount ?? 0;
  if (count === 0 || names.length === 0) return <p className={classes.who}>{t('join.nobody')}</p>;
  const more = count - names.length;
  const list = new Intl.ListFormat(i18n.language).format(more > 0 ? [...names, t('join.more', { count: more })] : names);
  return <p className={classes.who}>{t('join.in', { count, names: list })}</p>;
}
