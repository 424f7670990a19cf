import { Combobox, Modal, TextInput, useCombobox, type ComboboxStore } from '@mantine/core';
import { Avatar, Kbd } from '@parvis/ui';
import { IconSearch, IconVideo } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { openDialog } from '../../app/dialogs.tsx';
import type { DialogProps } from '../../app/screens.ts';
import { useIsPhone } from '../../app/use-is-phone.ts';
import { useWorkspaceActions } from '../../sync/index.ts';
import { ConversationIcon, useOpenDirect } from '../channels/index.ts';
import { DocumentIcon } from '../documents/index.ts';
import { useStartMeeting } from '../meetings/index.ts';
import { avatarUrl } from '../users/index.ts';
import classes from './quick-switcher-dialog.module.css';
import { type SwitcherPlace, usePlaces } from './use-places.ts';

/** Ctrl/Cmd+K: goes to a conversation, person, document or meeting by a few letters, or begins one. */
export function QuickSwitcherDialog({ onClose }: DialogProps) {
  const { t } = useTranslation(['switcher', 'common']);
  const navigate = useNavigate();
  const openDirect = useOpenDirect();
  const start = useStartMeeting();
  const { addUsers } = useWorkspaceActions();
  const isPhone = useIsPhone();
  const [query, setQuery] = useState('');
  const { places, searching } = usePlaces(query);
  const combobox = useCombobox({ opened: true });
  const go = (id: string) => {
    const place = places.find((candidate) => candidate.id === id);
    if (!place) return;
    onClose();
    if (place.kind === 'person') {
      addUsers([place.user]);
      openDirect(place.id);
    } else if (place.kind === 'document') {
      void navigate({ to: '/docs/$documentId', params: { documentId: place.id } });
    } else if (place.kind === 'meeting') {
      start.join(place.id);
    } else if (place.kind === 'start') {
      if (place.channel === null) openDialog('newMeeting');
      else start.meet(place.channel.id);
    } else {
      void navigate({ to: '/c/$channelId', params: { channelId: place.id } });
    }
  };
  return (
    <Modal opened onClose={onClose} title={t('title')} fullScreen={isPhone} centered={false} size={620} yOffset="12vh" padding={0} withCloseButton={isPhone} classNames={{ header: classes.header, body: classes.body }} closeButtonProps={{ 'aria-label': t('common:close') }}>
      <Combobox store={combobox} onOptionSubmit={go} withinPortal={false}>
        <Combobox.EventsTarget>
          <TextInput
            className={classes.search} variant="unstyled" size="lg" aria-label={t('label')} placeholder={t('placeholder')} leftSection={<IconSearch size={20} aria-hidden />}
            value={query} data-autofocus autoComplete="off" spellCheck={false}
            // The list would take it for itself, though it never closes.
            onKeyDownCapture={(event) => { if (event.key === 'Escape') onClose(); }}
            onChange={(event) => setQuery(event.currentTarget.value)}
          />
        </Combobox.EventsTarget>
        <Combobox.Options className={classes.list} aria-label={t('results')}>
          {places.map((place) => (
            <Combobox.Option key={place.id} value={place.id} className={classes.place} data-unread={place.unread || undefined}>
              <PlaceRow place={place} />
            </Combobox.Option>
          ))}
          {places.length === 0 && <Combobox.Empty className={classes.empty}>{t(searching ? 'searching' : 'nothing', { query: query.trim() })}</Combobox.Empty>}
        </Combobox.Options>
        <FirstChosen store={combobox} query={query} firstId={places[0]?.id} />
      </Combobox>
      {!isPhone && (
        <footer className={classes.footer} aria-hidden>
          <span><Kbd keys={['↑']} /> <Kbd keys={['↓']} /> {t('choose')}</span>
          <span><Kbd keys={['Enter']} /> {t('open')}</span>
          <span><Kbd keys={['Esc']} /> {t('leave')}</span>
        </footer>
      )}
    </Modal>
  );
}

/** The first is chosen once it is drawn, and anew when another one becomes the first. Stands behind the list, so that it is drawn by then. */
function FirstChosen({ store: { selectFirstOption }, query, firstId }: { store: ComboboxStore; query: string; firstId: string | undefined }) {
  useEffect(() => void selectFirstOption(), [selectFirstOption, query, firstId]);
  return null;
}

function PlaceRow({ place }: { place: SwitcherPlace }) {
  const { t } = useTranslation('switcher');
  return (
    <>
      <PlaceIcon place={place} />
      <span className={classes.title}>{place.title}</span>
      {place.detail && <span className={classes.detail}>{place.detail}</span>}
      {place.unread && place.kind !== 'meeting' && <span className={classes.unread} role="img" aria-label={t('unread')} />}
    </>
  );
}

function PlaceIcon({ place }: { place: SwitcherPlace }) {
  if (place.kind === 'person') return <Avatar id={place.id} name={place.title} src={avatarUrl(place.user)} size={28} />;
  if (place.kind === 'conversation') return <ConversationIcon channel={place.channel} size={28} />;
  if (place.kind === 'document') return <span className={classes.meeting} aria-hidden><DocumentIcon icon={place.document.icon} kind={place.document.kind} /></span>;
  return <span className={classes.meeting} data-runs={place.kind === 'meeting' || undefined} aria-hidden><IconVideo size={18} /></span>;
}
