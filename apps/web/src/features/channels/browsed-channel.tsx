import { Button } from '@mantine/core';
import type { Channel } from '@parvis/contracts';
import { useToasts } from '@parvis/ui';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../app/use-error-text.ts';
import { api, useWorkspace, useWorkspaceActions } from '../../sync/index.ts';
import classes from './channel-browser.module.css';
import { ConversationIcon } from './conversation-icon.tsx';

interface BrowsedChannelProps {
  channel: Channel;
  /** At the time of the search; my list knows better. */
  joined: boolean;
}

export function BrowsedChannel({ channel, joined: joinedThen }: BrowsedChannelProps) {
  const { t } = useTranslation('channels');
  const navigate = useNavigate();
  const toasts = useToasts();
  const errorText = useErrorText();
  const { addChannel } = useWorkspaceActions();
  const [joining, setJoining] = useState(false);
  const joined = useWorkspace((state) => channel.id in state.channels) || joinedThen;
  const open = () => navigate({ to: '/c/$channelId', params: { channelId: channel.id } });
  const join = async () => {
    setJoining(true);
    try {
      addChannel(await api.call('joinChannel', { params: { id: channel.id } }));
      await open();
    } catch (error) {
      toasts.show({ tone: 'error', message: errorText(error) });
    }
    setJoining(false);
  };
  const name = channel.name ?? '';
  const facts = [
    t('browser.members', { count: channel.memberCount }),
    joined && t('browser.joined'),
    channel.archivedAt !== null && t('browser.isArchived'),
  ];
  return (
    <li className={classes.row}>
      <ConversationIcon channel={channel} size={28} />
      <span className={classes.channel}>
        <span className={classes.name}>
          {joined || channel.archivedAt !== null ? <Link to="/c/$channelId" params={{ channelId: channel.id }} className={classes.link}>{name}</Link> : name}
        </span>
        {channel.topic && <span className={classes.topic}>{channel.topic}</span>}
        <span className={classes.facts}>{facts.filter(Boolean).join(' · ')}</span>
      </span>
      {joined || channel.archivedAt !== null
        ? <Button variant="default" aria-label={t('browser.openName', { name })} onClick={() => void open()}>{t('browser.open')}</Button>
        : <Button variant="light" loading={joining} aria-label={t('browser.joinName', { name })} onClick={() => void join()}>{t('browser.join')}</Button>}
    </li>
  );
}
