import { Button, Tabs } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { openDialog } from '../../app/dialogs.tsx';
import { PlacePage } from '../../app/place-page.tsx';
import { SavedList } from './saved-list.tsx';

/** `/saved`: messages kept for later and notes, to do and done. */
export function SavedPage() {
  const { t } = useTranslation('saved');
  const [state, setState] = useState<string | null>('todo');
  return (
    <PlacePage title={t('title')} action={<Button variant="light" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => openDialog('note')}>{t('note.title')}</Button>}>
      <Tabs value={state} onChange={setState} keepMounted={false}>
        <Tabs.List px="md">
          <Tabs.Tab value="todo" mih={44}>{t('todo')}</Tabs.Tab>
          <Tabs.Tab value="done" mih={44}>{t('done')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="todo"><SavedList state="todo" /></Tabs.Panel>
        <Tabs.Panel value="done"><SavedList state="done" /></Tabs.Panel>
      </Tabs>
    </PlacePage>
  );
}
