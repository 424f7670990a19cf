import { LIMITS } from '@parvis/contracts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/index.ts';
import { api, useUser, useWorkspace, type ChannelEntry } from '../../sync/index.ts';
import classes from './channel-details.module.css';
import { EditableText } from './editable-text.tsx';
import type { ChannelRights } from './use-channel-rights.ts';

interface ChannelAboutProps {
  entry: ChannelEntry;
  rights: ChannelRights;
}

/** Name, topic, and where the channel comes from. */
export function ChannelAbout({ entry: { channel, teamName: guestsTeamName }, rights }: ChannelAboutProps) {
  const { t } = useTranslation('channels');
  const format = useFormat();
  const creator = useUser(channel.createdBy);
  const team = useWorkspace((state) => (channel.teamId === null ? undefined : state.teams[channel.teamId]?.team));
  const teamName = team?.name ?? guestsTeamName;
  if (channel.kind === 'direct') return null;
  const save = (body: { name?: string; topic?: string; description?: string }) => api.call('updateChannel', { params: { id: channel.id }, body });
  return (
    <section className={classes.section} aria-label={t('details.about')}>
      <EditableText
        label={t('details.name')}
        value={channel.name ?? ''}
        placeholder={t('details.noName')}
        maxLength={LIMITS.channelName}
        required
        editable={rights.rename}
        onSave={(name) => save({ name })}
      />
      <EditableText
        label={t('details.topic')}
        value={channel.topic}
        placeholder={t('details.noTopic')}
        maxLength={LIMITS.topic}
        multiline
        editable={rights.setTopic}
        onSave={(topic) => save({ topic })}
      />
      {channel.teamId !== null && (
        <EditableText
          label={t('details.description')}
          value={channel.description}
          placeholder={t('details.noDescription')}
          maxLength={LIMITS.description}
          multiline
          editable={rights.describe}
          onSave={(description) => save({ description })}
        />
      )}
      {teamName !== undefined && (
        <div>
          <div className={classes.label}>{t('details.team')}</div>
          <p className={classes.value}>{t(`details.kind.${channel.kind === 'private' ? 'private' : 'public'}`, { team: teamName })}</p>
        </div>
      )}
      <div>
        <div className={classes.label}>{t('details.created')}</div>
        <p className={classes.value}>
          {creator ? t('details.createdBy', { name: creator.name, date: format.date(channel.createdAt) }) : format.date(channel.createdAt)}
        </p>
      </div>
    </section>
  );
}
