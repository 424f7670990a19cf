import { Button, Group, Modal } from '@mantine/core';
import type { CustomEmoji } from '@parvis/contracts';
import { useToasts } from '@parvis/ui';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../app/use-error-text.ts';
import { api } from '../../sync/index.ts';

/** Deleting can't be undone, hence asks. */
export function DeleteEmojiDialog({ emoji, onClose }: { emoji: CustomEmoji; onClose: () => void }) {
  const { t } = useTranslation(['emoji', 'common']);
  const toasts = useToasts();
  const errorText = useErrorText();
  const name = `:${emoji.name}:`;
  const remove = (): void => {
    onClose();
    api.call('deleteEmoji', { params: { id: emoji.id } }).then(
      () => toasts.show({ message: t('page.deleted', { name }) }),
      (error: unknown) => toasts.show({ tone: 'error', message: errorText(error) }),
    );
  };
  return (
    <Modal opened onClose={onClose} title={t('page.deleteTitle', { name })} closeButtonProps={{ 'aria-label': t('common:close') }}>
      <p style={{ marginBlockStart: 0 }}>{t('page.deleteText', { name })}</p>
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={onClose} data-autofocus>{t('page.keep')}</Button>
        <Button color="red" onClick={remove}>{t('page.delete', { name })}</Button>
      </Group>
    </Modal>
  );
}
