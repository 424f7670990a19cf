import { NativeSelect, Switch } from '@mantine/core';
import type { NotificationLevel } from '@parvis/contracts';
import { useTranslation } from 'react-i18next';
import { useSavedChoice } from '../../app/forms/use-saved-choice.ts';
import { type ChannelEntry, useUpdateMembership } from '../../sync/index.ts';
import classes from './channel-details.module.css';
import { ChannelWho } from './channel-who.tsx';
import type { ChannelRights } from './use-channel-rights.ts';

const LEVELS: readonly NotificationLevel[] = ['default', 'all', 'mentions', 'none'];

interface ChannelSettingsProps {
  entry: ChannelEntry;
  rights: ChannelRights;
}

/** How much of it I am told; who may write and mention everybody. Each choice holds at once. */
export function ChannelSettings({ entry: { channel, membership }, rights }: ChannelSettingsProps) {
  const { t } = useTranslation('channels');
  const { notifications, muted } = membership;
  const update = useUpdateMembership();
  const choose = useSavedChoice((change: Parameters<typeof update>[1]) => update(channel.id, change));
  return (
    <>
      <section className={classes.settings} aria-labelledby="channel-notifications">
        <h3 id="channel-notifications" className={classes.heading}>{t('settings.notifications')}</h3>
        <NativeSelect
          label={t('settings.level.label')}
          value={notifications}
          disabled={muted}
          data={LEVELS.map((value) => ({ value, label: t(`settings.level.${value}`) }))}
          onChange={(event) => choose({ notifications: event.currentTarget.value as NotificationLevel })}
        />
        <Switch label={t('settings.mute')} description={t('settings.muteHint')} checked={muted} onChange={(event) => choose({ muted: event.currentTarget.checked })} />
      </section>
      {channel.teamId !== null && (
        <section className={classes.settings} aria-labelledby="channel-who">
          <h3 id="channel-who" className={classes.heading}>{t('settings.who')}</h3>
          {!rights.setPosting && <p className={classes.label}>{t('settings.ownersOnly')}</p>}
          <ChannelWho channel={channel} field="posting" editable={rights.setPosting} />
          <ChannelWho channel={channel} field="mentionAll" editable={rights.setPosting} />
        </section>
      )}
    </>
  );
}
