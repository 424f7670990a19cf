import { ActionIcon } from '@mantine/core';
import type { LinkPreview, Message } from '@parvis/contracts';
import { API_PREFIX } from '@parvis/contracts/protocol';
import { Tooltip, useToasts } from '@parvis/ui';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../app/use-error-text.ts';
import { api } from '../../sync/index.ts';
import classes from './link-previews.module.css';

export interface LinkPreviewCardsProps {
  message: Pick<Message, 'id' | 'channelId'>;
  previews: readonly LinkPreview[];
  /** My message: I may remove them. */
  own: boolean;
  /** Of the row: its controls are in the tab order. */
  tabStop: boolean;
}

export function LinkPreviewCards({ message, previews, own, tabStop }: LinkPreviewCardsProps) {
  const { t } = useTranslation('previews');
  const toasts = useToasts();
  const errorText = useErrorText();
  const place = { channelId: message.channelId, messageId: message.id };
  const remove = (previewId: string) =>
    void api.call('removeLinkPreview', { params: { ...place, previewId } }).catch((error: unknown) => toasts.show({ tone: 'error', message: errorText(error) }));
  return (
    <ul className={classes.list}>
      {previews.map((preview) => (
        <li key={preview.id} className={classes.card}>
          <a href={preview.url} target="_blank" rel="noopener noreferrer" className={classes.link} tabIndex={tabStop ? 0 : -1}>
            <span className={classes.words}>
              <span className={classes.site} dir="auto">{preview.siteName || new URL(preview.url).hostname}</span>
              <span className={classes.title} dir="auto">{preview.title}</span>
              {preview.description && <span className={classes.description} dir="auto">{preview.description}</span>}
            </span>
            {preview.image && (
              <img
                className={classes.picture} alt="" loading="lazy" decoding="async"
                src={`${API_PREFIX}/channels/${message.channelId}/messages/${message.id}/previews/${preview.id}/image`}
              />
            )}
          </a>
          {own && (
            <Tooltip label={t('remove')}>
              <ActionIcon size={28} className={classes.remove} aria-label={t('removeNamed', { title: preview.title })} tabIndex={tabStop ? 0 : -1} onClick={() => remove(preview.id)}>
                <IconX size={16} aria-hidden />
              </ActionIcon>
            </Tooltip>
          )}
        </li>
      ))}
    </ul>
  );
}
