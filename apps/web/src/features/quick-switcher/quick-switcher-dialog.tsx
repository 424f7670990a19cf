import { Combobox, Modal, TextInput, useCombobox } from '@mantine/core';
import { Avatar, Kbd } from '@parvis/ui';
import { IconSearch } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DialogProps } from '../../app/screens.ts';
import { useIsPhone } from '../../app/use-is-phone.ts';
import { useWorkspaceActions } from '../../sync/index.ts';
import { ConversationIcon, useOpenDirect } from '../channels/index.ts';
import { avatarUrl } from '../users/index.ts';
import classes from './quick-switcher-dialog.module.css';
import { type SwitcherPlace, usePlaces } from './use-places.ts';

/** Ctrl/Cmd+K: goes to a conversation or person by a few letters. */
export function QuickSwitcherDialog({ onClose }: DialogProps) {
  const { t } = useTranslation(['switcher', 'common']);
  const navigate = useNavigate();
  const openDirect = useOpenDirect();
  const { addUsers } = useWorkspaceActions();
  const isPhone = useIsPhone();
  const [query, setQuery] = useState('');
  const { places, searching } = usePlaces(query);
  const combobox = useCombobox({ opened: true });
  // The first is chosen once it is drawn, and anew when another one becomes the first.
  const firstId = places[0]?.id;
  const { selectFirstOption } = combobox;
  useEffect(() => void selectFirstOption(), [selectFirstOption, query, firstId]);
  const go = (id: string) => {
    const place = places.find((candidate) => candidate.id === id);
    if (!place) return;
    onClose();
    if (place.kind === 'person') {
      addUsers([place.user]);
      openDirect(place.id);
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

function PlaceRow({ place }: { place: SwitcherPlace }) {
  const { t } = useTranslation('switcher');
  return (
    <>
      {place.kind === 'person' ? <Avatar id={place.id} name={place.title} src={avatarUrl(place.user)} size={28} /> : <ConversationIcon channel={place.channel} size={28} />}
      <span className={classes.title}>{place.title}</span>
      {place.detail && <span className={classes.detail}>{place.detail}</span>}
      {place.unread && <span className={classes.unread} role="img" aria-label={t('unread')} />}
    </>
  );
}
