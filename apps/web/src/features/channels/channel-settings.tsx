import { NativeSelect, Radio, Stack, Switch } from '@mantine/core';
import type { NotificationLevel } from '@parvis/contracts';
import { useToasts } from '@parvis/ui';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../app/use-error-text.ts';
import { api, type ChannelEntry } from '../../sync/index.ts';
import classes from './channel-details.module.css';
import type { ChannelRights } from './use-channel-rights.ts';

const LEVELS: readonly NotificationLevel[] = ['default', 'all', 'mentions', 'none'];
const WHO = ['everyone', 'moderators'] as const;

interface ChannelSettingsProps {
  entry: ChannelEntry;
  rights: ChannelRights;
}

/** How much of it I am told; who may write and mention everybody. Each choice holds at once. */
export function ChannelSettings({ entry: { channel, membership }, rights }: ChannelSettingsProps) {
  const { t } = useTranslation('channels');
  const toasts = useToasts();
  const errorText = useErrorText();
  const params = { id: channel.id };
  const done = (call: Promise<unknown>) => void call.catch((error: unknown) => toasts.show({ tone: 'error', message: errorText(error) }));
  const who = (field: 'posting' | 'mentionAll') => (
    <Radio.Group
      label={t(`settings.${field}.label`)}
      description={rights.setPosting ? undefined : t('settings.ownersOnly')}
      value={channel[field]}
      onChange={(value) => done(api.call('updateChannel', { params, body: { [field]: value as (typeof WHO)[number] } }))}
    >
      <Stack gap={8} mt={8}>
        {WHO.map((value) => <Radio key={value} value={value} label={t(`settings.${field}.${value}`)} disabled={!rights.setPosting} />)}
      </Stack>
    </Radio.Group>
  );
  return (
    <>
      <section className={classes.section} aria-labelledby="channel-notifications">
        <h3 id="channel-notifications" className={classes.heading}>{t('settings.notifications')}</h3>
        <NativeSelect
          label={t('settings.level.label')}
          value={membership.notifications}
          disabled={membership.muted}
          data={LEVELS.map((value) => ({ value, label: t(`settings.level.${value}`) }))}
          onChange={(event) => done(api.call('updateMembership', { params, body: { notifications: event.currentTarget.value as NotificationLevel } }))}
        />
        <Switch
          label={t('settings.mute')}
          description={t('settings.muteHint')}
          checked={membership.muted}
          onChange={(event) => done(api.call('updateMembership', { params, body: { muted: event.currentTarget.checked } }))}
        />
      </section>
      {channel.teamId !== null && (
        <section className={classes.section} aria-labelledby="channel-posting">
          <h3 id="channel-posting" className={classes.heading}>{t('settings.who')}</h3>
          {who('posting')}
          {who('mentionAll')}
        </section>
      )}
    </>
  );
}
