import { Button } from '@mantine/core';
import type { User } from '@parvis/contracts';
import { IconLink, IconPhoneOutgoing } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyField } from '../../../app/forms/copy-field.tsx';
import { useErrorText } from '../../../app/use-error-text.ts';
import { isGuest } from '../../../app/is-admin.ts';
import { useFormat } from '../../../i18n/index.ts';
import { api, useWorkspace } from '../../../sync/index.ts';
import { PeoplePicker } from '../../channels/index.ts';
import { useMeetingView } from '../engine/index.ts';
import { runsMeeting } from '../runs-meeting.ts';
import { useMeetingActions } from '../use-meeting-actions.ts';
import classes from './side-panel.module.css';

/** How more people come: by a call, or by a link for those without an account. */
export function InvitePeople() {
  const guest = useWorkspace((state) => isGuest(state.me));
  const runs = useMeetingView((view) => runsMeeting(view.me));
  if (guest) return null;
  return (
    <>
      <CallPeople />
      {runs && <GuestLink />}
    </>
  );
}

function CallPeople() {
  const { t } = useTranslation('meetings');
  const { ring } = useMeetingActions();
  const [people, setPeople] = useState<User[]>([]);
  const here = useMeetingView((view) => view.participants.map(({ userId }) => userId).join(' '));
  const call = () => {
    ring(people.map(({ id }) => id));
    setPeople([]);
  };
  return (
    <section className={classes.section}>
      <PeoplePicker label={t('people.call')} value={people} onChange={setPeople} exclude={({ id }) => here.includes(id)} />
      {people.length > 0 && <Button mt="sm" size="sm" leftSection={<IconPhoneOutgoing size={17} aria-hidden />} onClick={call}>{t('people.callNow')}</Button>}
    </section>
  );
}

function GuestLink() {
  const { t } = useTranslation('meetings');
  const format = useFormat();
  const errorText = useErrorText();
  const meetingId = useMeetingView((view) => view.meetingId) ?? '';
  const { revokeLinks } = useMeetingActions();
  const [link, setLink] = useState<{ url: string; expiresAt: string } | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const make = () => {
    setFailure(null);
    api.call('createMeetingLink', { params: { id: meetingId }, body: {} }).then(setLink, setFailure);
  };
  const revoke = () => {
    revokeLinks();
    setLink(null);
  };
  return (
    <section className={classes.section}>
      <h3 className={classes.heading}>{t('link.title')}</h3>
      {link === null ? (
        <>
          <p className={classes.hint}>{t('link.hint')}</p>
          <Button mt="sm" size="sm" variant="default" leftSection={<IconLink size={17} aria-hidden />} onClick={make}>{t('link.make')}</Button>
          {failure !== null && <p className={classes.hint} role="alert">{errorText(failure)}</p>}
        </>
      ) : (
        <>
          <CopyField label={t('link.label')} value={link.url} />
          <p className={classes.hint}>{t('link.until', { time: format.dateTime(link.expiresAt) })}</p>
          <Button mt="sm" size="compact-sm" variant="subtle" color="red" onClick={revoke}>{t('link.revoke')}</Button>
        </>
      )}
    </section>
  );
}
