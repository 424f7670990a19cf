import { useQuery } from '@tanstack/react-query';
import { IconFileText, IconMessage, IconVideo } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Avatar } from '@parvis/ui';
import { useMessage, useUser } from '../../../sync/index.ts';
import { meetingQuery } from '../../meetings/index.ts';
import { avatarUrl } from '../../users/index.ts';
import type { EmbedRef } from '../editor/index.ts';
import { DocumentIcon } from '../document-icon.tsx';
import { documentQuery } from '../document-queries.ts';
import classes from './document-embed.module.css';

interface DocumentEmbedProps {
  embed: EmbedRef;
  /** Where there is nothing to see, or not for this reader. */
  fallback: ReactNode;
}

/** Something of Parvis in a document, as far as its reader may see it. */
export function DocumentEmbed({ embed, fallback }: DocumentEmbedProps) {
  const { t } = useTranslation('documents');
  switch (embed.kind) {
    case 'document': return <EmbeddedDocument documentId={embed.id} fallback={fallback} />;
    case 'meeting': return <EmbeddedMeeting meetingId={embed.id} fallback={fallback} />;
    case 'person': return <EmbeddedPerson userId={embed.id} fallback={fallback} />;
    case 'message':
    case 'poll': return <EmbeddedMessage place={embed.id} fallback={fallback} />;
    case 'file': return <a className={classes.card} href={`/api/v1/files/${embed.id}/content?download=true`}><IconFileText size={20} aria-hidden /><span className={classes.name}>{t('embed.file')}</span></a>;
  }
}

function EmbeddedDocument({ documentId, fallback }: { documentId: string; fallback: ReactNode }) {
  const { t } = useTranslation('documents');
  const { data, error } = useQuery(documentQuery(documentId));
  if (error) return fallback;
  return (
    <Link className={classes.card} to="/docs/$documentId" params={{ documentId }}>
      <span aria-hidden><DocumentIcon icon={data?.document.icon ?? null} kind={data?.document.kind ?? 'text'} size={20} /></span>
      <span className={classes.name}>{data ? data.document.title || t('untitled') : '…'}</span>
    </Link>
  );
}

function EmbeddedMeeting({ meetingId, fallback }: { meetingId: string; fallback: ReactNode }) {
  const { t } = useTranslation('documents');
  const { data, error } = useQuery(meetingQuery(meetingId));
  if (error) return fallback;
  return (
    <Link className={classes.card} to={data?.endedAt ? '/meet/$meetingId/report' : '/meet/$meetingId'} params={{ meetingId }}>
      <IconVideo size={20} aria-hidden />
      <span className={classes.name}>{data ? data.title || t('embed.meeting') : '…'}</span>
    </Link>
  );
}

function EmbeddedPerson({ userId, fallback }: { userId: string; fallback: ReactNode }) {
  const user = useUser(userId);
  if (user === undefined) return fallback;
  return (
    <span className={classes.card}>
      <Avatar id={user.id} name={user.name} src={avatarUrl(user)} size={28} />
      <span className={classes.name}>{user.name}</span>
      {user.title && <span className={classes.detail}>{user.title}</span>}
    </span>
  );
}

/** `<channel>/<message>`. */
function EmbeddedMessage({ place, fallback }: { place: string; fallback: ReactNode }) {
  const [channelId = '', messageId = ''] = place.split('/');
  const message = useMessage(channelId, messageId);
  const author = useUser(message?.authorId);
  if (message == null) return fallback;
  return (
    <Link className={classes.card} to="/c/$channelId" params={{ channelId }} search={{ message: messageId }}>
      <IconMessage size={20} aria-hidden />
      <span className={classes.name}>{author?.name}</span>
      <span className={classes.detail}>{message.poll?.question ?? (message.text || message.attachments?.map(({ name }) => name).join(', '))}</span>
    </Link>
  );
}
