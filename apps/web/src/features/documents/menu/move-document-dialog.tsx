import { TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import type { SeenDocument } from '@parvis/contracts';
import { can } from '@parvis/permissions';
import { IconSearch, IconUser } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DialogFrame } from '../../../app/dialog-frame.tsx';
import type { DialogProps } from '../../../app/screens.ts';
import { api, useWorkspace } from '../../../sync/index.ts';
import { ConversationIcon, conversationTitle } from '../../channels/index.ts';
import { DocumentIcon } from '../document-icon.tsx';
import { documentsQuery } from '../document-queries.ts';
import type { Move } from '../list/tree-moves.ts';
import { mayAddDocument } from '../may-add-document.ts';
import classes from './move-document-dialog.module.css';
import { useDocumentTask } from './use-document-task.ts';

interface Target {
  key: string;
  name: string;
  icon: ReactNode;
  to: Move;
}

/** To one's own documents, into a conversation, or below another document: by a few letters of where it is to go. */
export function MoveDocumentDialog({ seen: { document }, onClose }: DialogProps & { seen: SeenDocument }) {
  const { t } = useTranslation('documents');
  const task = useDocumentTask();
  const [words, setWords] = useState('');
  const [pending, setPending] = useState(false);
  const targets = useTargets(document.id, words);
  const move = async (to: Move) => {
    setPending(true);
    if (await task(() => api.call('moveDocument', { params: { id: document.id }, body: to }))) onClose();
    setPending(false);
  };
  return (
    <DialogFrame title={t('move.title', { title: document.title || t('untitled') })} onClose={onClose}>
      <p className={classes.hint}>{t('move.hint')}</p>
      <TextInput type="search" aria-label={t('move.search')} placeholder={t('move.search')} leftSection={<IconSearch size={16} aria-hidden />} data-autofocus value={words} onChange={(event) => setWords(event.currentTarget.value)} />
      <ul className={classes.list} aria-label={t('move.places')}>
        {targets.map(({ key, name, icon, to }) => (
          <li key={key}><button type="button" className={classes.place} disabled={pending} onClick={() => void move(to)}><span className={classes.icon} aria-hidden>{icon}</span><span className={classes.name}>{name}</span></button></li>
        ))}
        {targets.length === 0 && <li className={classes.none}>{t('move.none')}</li>}
      </ul>
    </DialogFrame>
  );
}

function useTargets(movedId: string, words: string): Target[] {
  const { t, i18n } = useTranslation('documents');
  const me = useWorkspace((state) => state.me);
  const channels = useWorkspace((state) => state.channels);
  const teams = useWorkspace((state) => state.teams);
  const users = useWorkspace((state) => state.users);
  const [query] = useDebouncedValue(words.trim(), 150);
  const { data } = useQuery({ ...documentsQuery(query === '' ? 'recent' : 'all', { query, limit: 20 }), placeholderData: keepPreviousData });
  return useMemo(() => {
    const matches = (name: string) => name.toLocaleLowerCase().includes(words.trim().toLocaleLowerCase());
    const conversations = Object.values(channels).filter((entry) => mayAddDocument(me, entry, teams)).map(({ channel }): Target => ({
      key: channel.id, name: conversationTitle(channel, me.id, (id) => users[id]?.name, i18n.language), icon: <ConversationIcon channel={channel} size={22} />, to: { channelId: channel.id },
    })).sort((a, b) => a.name.localeCompare(b.name, i18n.language));
    const own: Target[] = can(me, 'document.create') ? [{ key: 'personal', name: t('list.section.personal'), icon: <IconUser size={18} />, to: {} }] : [];
    const below = (data?.documents ?? []).filter(({ document, role }) => document.id !== movedId && (role === 'editor' || role === 'manager')).map(({ document }): Target => ({
      key: document.id, name: document.title || t('untitled'), icon: <DocumentIcon icon={document.icon} kind={document.kind} />, to: { parentId: document.id },
    }));
    return [...[...own, ...conversations].filter(({ name }) => matches(name)), ...below];
  }, [words, channels, teams, users, me, data, movedId, t, i18n.language]);
}
