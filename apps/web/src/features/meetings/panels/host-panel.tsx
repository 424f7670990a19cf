import { Button, NativeSelect, Switch, TextInput } from '@mantine/core';
import type { LobbyPolicy, MeetingPermissions } from '@parvis/contracts';
import { LIMITS } from '@parvis/contracts/limits';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMeetingView } from '../engine/index.ts';
import { useMeetingActions } from '../use-meeting-actions.ts';
import classes from './side-panel.module.css';

const LOBBIES: readonly LobbyPolicy[] = ['off', 'guests', 'everyone'];
const RIGHTS: readonly (keyof MeetingPermissions)[] = ['share', 'unmute', 'chat'];

/** How the meeting is run. Every choice holds at once. */
export function HostPanel() {
  const { t } = useTranslation('meetings');
  const meeting = useMeetingView((view) => view.meeting);
  const { update, muteAll } = useMeetingActions();
  if (!meeting) return null;
  const rights = meeting.ownConversation ? RIGHTS : RIGHTS.filter((right) => right !== 'chat');
  return (
    <>
      <section className={`${classes.section} ${classes.fields}`}>
        <TitleField key={meeting.title} title={meeting.title} />
        <Switch label={t('host.lock')} description={t('host.lockHint')} checked={meeting.locked} onChange={(event) => update({ locked: event.currentTarget.checked })} />
        <NativeSelect
          label={t('host.lobby')} value={meeting.lobby} onChange={(event) => update({ lobby: event.currentTarget.value as LobbyPolicy })}
          data={LOBBIES.map((value) => ({ value, label: t(`host.lobbyOf.${value}`) }))}
        />
      </section>
      <section className={`${classes.section} ${classes.fields}`} aria-label={t('host.everyoneMay')}>
        <h3 className={classes.heading}>{t('host.everyoneMay')}</h3>
        {rights.map((right) => (
          <Switch key={right} label={t(`host.may.${right}`)} checked={meeting.allow[right] === 'everyone'} onChange={(event) => update({ allow: { [right]: event.currentTarget.checked ? 'everyone' : 'hosts' } })} />
        ))}
      </section>
      <section className={classes.section}><Button variant="default" onClick={muteAll}>{t('people.muteAll')}</Button></section>
    </>
  );
}

function TitleField({ title }: { title: string }) {
  const { t } = useTranslation('meetings');
  const { update } = useMeetingActions();
  const [text, setText] = useState(title);
  const save = () => {
    const trimmed = text.trim();
    if (trimmed !== '' && trimmed !== title) update({ title: trimmed });
  };
  return (
    <TextInput
      label={t('host.name')} value={text} maxLength={LIMITS.title} onChange={(event) => setText(event.currentTarget.value)} onBlur={save}
      onKeyDown={(event) => { if (event.key === 'Enter') save(); }}
    />
  );
}
