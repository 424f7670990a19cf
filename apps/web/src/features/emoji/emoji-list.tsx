import { ActionIcon } from '@mantine/core';
import type { CustomEmoji } from '@parvis/contracts';
import { customEmojiKey } from '@parvis/contracts/emoji';
import { can } from '@parvis/permissions';
import { EmptyState, Tooltip } from '@parvis/ui';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useUser, useWorkspace } from '../../sync/index.ts';
import { DeleteEmojiDialog } from './delete-emoji-dialog.tsx';
import { EmojiGlyph } from './emoji-glyph.tsx';
import classes from './emoji-page.module.css';
import { useCustomEmoji } from './use-custom-emoji.ts';

export function EmojiList({ mayAdd }: { mayAdd: boolean }) {
  const { t } = useTranslation('emoji');
  const all = useCustomEmoji();
  const [deleting, setDeleting] = useState<CustomEmoji | null>(null);
  if (all.length === 0) return <EmptyState title={t('page.empty')}>{mayAdd && t('page.emptyText')}</EmptyState>;
  return (
    <>
      <ul className={classes.list} aria-label={t('page.list')}>
        {all.map((emoji) => <EmojiRow key={emoji.id} emoji={emoji} onDelete={() => setDeleting(emoji)} />)}
      </ul>
      {deleting && <DeleteEmojiDialog emoji={deleting} onClose={() => setDeleting(null)} />}
    </>
  );
}

function EmojiRow({ emoji, onDelete }: { emoji: CustomEmoji; onDelete: () => void }) {
  const { t } = useTranslation('emoji');
  const me = useWorkspace((state) => state.me);
  const author = useUser(emoji.createdBy);
  const name = `:${emoji.name}:`;
  return (
    <li className={classes.row}>
      <span className={classes.picture}><EmojiGlyph emoji={customEmojiKey(emoji.id)} /></span>
      <span className={classes.words}>
        <span className={classes.name}>{name}</span>
        {emoji.createdBy !== null && <span className={classes.by}>{t('page.by', { name: author?.name ?? '…' })}</span>}
      </span>
      {can(me, 'emoji.delete', { own: emoji.createdBy === me.id }) && (
        <Tooltip label={t('page.delete', { name })}>
          <ActionIcon size={36} className={classes.delete} aria-label={t('page.delete', { name })} onClick={onDelete}><IconTrash size={18} stroke={1.7} /></ActionIcon>
        </Tooltip>
      )}
    </li>
  );
}
