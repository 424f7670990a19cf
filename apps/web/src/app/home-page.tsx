import { Button } from '@mantine/core';
import { EmptyState } from '@parvis/ui';
import { IconMessages } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useWorkspace } from '../sync/index.ts';
import { openDialog } from './dialogs.tsx';
import { isGuest, isLinkGuest } from './is-admin.ts';
import { lastConversationId } from './session.ts';
import { useIsPhone } from './use-is-phone.ts';
import { useRedirect } from './use-redirect.ts';

/** The conversation that was open last, else the liveliest; on a phone, the list. */
export function HomePage() {
  const { t } = useTranslation('shell');
  const isPhone = useIsPhone();
  const guest = useWorkspace((state) => isGuest(state.me));
  const byLink = useWorkspace((state) => isLinkGuest(state.me));
  const channelId = useWorkspace(({ channels }) => {
    const last = lastConversationId();
    if (last && channels[last]) return last;
    const open = Object.values(channels).filter(({ channel }) => channel.archivedAt === null);
    open.sort((a, b) => (b.lastMessageAt ?? b.channel.createdAt).localeCompare(a.lastMessageAt ?? a.channel.createdAt));
    return open[0]?.channel.id ?? null;
  });
  useRedirect('/', isPhone || channelId === null ? null : { to: '/c/$channelId', params: { channelId } });
  if (isPhone || channelId !== null) return null;
  return (
    <EmptyState
      icon={<IconMessages size={32} />}
      title={t('home.title')}
      action={!byLink && (
        <>
          <Button onClick={() => openDialog('newMessage')}>{t('new.message')}</Button>
          {!guest && <Button variant="default" onClick={() => openDialog('newTeam')}>{t('new.team')}</Button>}
        </>
      )}
    >
      {t('home.text')}
    </EmptyState>
  );
}
