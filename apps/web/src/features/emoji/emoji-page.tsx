import { can } from '@parvis/permissions';
import { useTranslation } from 'react-i18next';
import { SettingsPage, SettingsSection } from '../../app/settings/settings-page.tsx';
import { useWorkspace } from '../../sync/index.ts';
import { EmojiAdd } from './emoji-add.tsx';
import { EmojiList } from './emoji-list.tsx';

/** `/settings/emoji`: the pictures that people here added, and adding one. */
export function EmojiPage() {
  const { t } = useTranslation('emoji');
  const mayAdd = useWorkspace((state) => can(state.me, 'emoji.create', state.organisation));
  return (
    <SettingsPage title={t('page.title')} text={t('page.intro')}>
      {mayAdd && <SettingsSection title={t('page.add')}><EmojiAdd /></SettingsSection>}
      <SettingsSection title={t('page.list')}><EmojiList mayAdd={mayAdd} /></SettingsSection>
    </SettingsPage>
  );
}
