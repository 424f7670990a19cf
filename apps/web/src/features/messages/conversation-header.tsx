import { ActionIcon, UnstyledButton } from '@mantine/core';
import { Tooltip } from '@parvis/ui';
import { IconInfoCircle, IconUsers } from '@tabler/icons-react';
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { ListBackButton } from '../../app/shell/index.ts';
import { usePresence, useWorkspace, type ChannelEntry } from '../../sync/index.ts';
import { StatusEmoji, useCurrentStatus, useShownPresence } from '../status/index.ts';
import { ConversationIcon, counterparts, useConversationTitle } from '../channels/index.ts';
import { MeetButtons } from '../meetings/index.ts';
import classes from './conversation-header.module.css';

interface ConversationHeaderProps {
  entry: ChannelEntry;
  detailsOpen: boolean;
  onToggleDetails: () => void;
  /** Gets the focus back when the details are closed. */
  toggleRef: Ref<HTMLButtonElement>;
}

export function ConversationHeader({ entry, detailsOpen, onToggleDetails, toggleRef }: ConversationHeaderProps) {
  const { t } = useTranslation('messages');
  const { channel } = entry;
  const title = useConversationTitle(channel);
  const meId = useWorkspace((state) => state.me.id);
  const partnerId = channel.kind === 'direct' ? counterparts(channel, meId)[0] : undefined;
  const presence = usePresence(partnerId === undefined ? [] : [partnerId]);
  const partner = useWorkspace((state) => (partnerId === undefined ? undefined : state.users[partnerId]));
  const status = partnerId === undefined ? undefined : presence[partnerId];
  const shown = useShownPresence(partner, status);
  const said = useCurrentStatus(partner);
  const subtitle = partner ? [said?.text, partner.title, shown && t(`presence.${shown}`, { ns: 'channels' })].filter(Boolean).join(' · ') : channel.topic;
  return (
    <header className={classes.header}>
      <ListBackButton to="/" />
      <ConversationIcon channel={channel} presence={status} size={30} />
      <div className={classes.names}>
        <h1 className={classes.title}>{title}</h1>
        {subtitle && <p className={classes.topic} title={subtitle}><StatusEmoji user={partner} /> {subtitle}</p>}
      </div>
      <MeetButtons entry={entry} />
      {channel.kind === 'direct' ? (
        <Tooltip label={t('header.details')}>
          <ActionIcon ref={toggleRef} className={classes.icon} aria-label={t('header.details')} aria-expanded={detailsOpen} onClick={onToggleDetails}>
            <IconInfoCircle size={20} stroke={1.7} aria-hidden />
          </ActionIcon>
        </Tooltip>
      ) : (
        <Tooltip label={t('header.details')}>
          <UnstyledButton
            ref={toggleRef}
            className={classes.members}
            aria-expanded={detailsOpen}
            aria-label={t('header.members', { count: channel.memberCount })}
            onClick={onToggleDetails}
          >
            <IconUsers size={18} stroke={1.7} aria-hidden />
            <span aria-hidden>{channel.memberCount}</span>
          </UnstyledButton>
        </Tooltip>
      )}
    </header>
  );
}
