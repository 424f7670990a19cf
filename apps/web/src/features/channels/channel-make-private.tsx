import { Button } from '@mantine/core';
import { useToasts } from '@parvis/ui';
import { IconLock } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DialogFrame } from '../../app/dialog-frame.tsx';
import { Form } from '../../app/forms/form.tsx';
import { useSubmit } from '../../app/forms/use-submit.ts';
import { api, type ChannelEntry } from '../../sync/index.ts';
import classes from './channel-details.module.css';
import { useConversationTitle } from './use-conversation-title.ts';

/** Hides a public channel from who isn't in it. Asks first: it can't be taken back. */
export function ChannelMakePrivate({ entry: { channel } }: { entry: ChannelEntry }) {
  const { t } = useTranslation('channels');
  const toasts = useToasts();
  const title = useConversationTitle(channel);
  const [asking, setAsking] = useState(false);
  const submit = useSubmit(async () => {
    await api.call('updateChannel', { params: { id: channel.id }, body: { kind: 'private' } });
    setAsking(false);
    toasts.show({ tone: 'success', message: t('private.done', { title }) });
  });
  return (
    <>
      <Button variant="default" size="sm" leftSection={<IconLock size={17} aria-hidden />} onClick={() => setAsking(true)}>{t('private.make')}</Button>
      {asking && (
        <DialogFrame onClose={() => setAsking(false)} title={t('private.title', { title })}>
          <Form {...submit} submitLabel={t('private.confirm', { title })}>
            <p className={classes.value}>{t('private.text', { count: channel.memberCount })}</p>
          </Form>
        </DialogFrame>
      )}
    </>
  );
}
