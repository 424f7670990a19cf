import { Checkbox, Modal, Textarea, TextInput } from '@mantine/core';
import { LIMITS } from '@parvis/contracts/limits';
import type { Message } from '@parvis/contracts';
import { Notice, useToasts } from '@parvis/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Form } from '../../app/forms/form.tsx';
import { useSubmit } from '../../app/forms/use-submit.ts';
import type { DialogProps } from '../../app/screens.ts';
import { useErrorText } from '../../app/use-error-text.ts';
import { useIsPhone } from '../../app/use-is-phone.ts';
import { api } from '../../sync/index.ts';
import { ConversationIcon } from '../channels/index.ts';
import classes from './forward-dialog.module.css';
import { type ForwardTarget, useForwardTargets } from './use-forward-targets.ts';

/** Hands a message on to other conversations, one copy each. */
export function ForwardDialog({ message, onClose }: DialogProps & { message: Pick<Message, 'id' | 'channelId'> }) {
  const { t } = useTranslation('forward');
  const toasts = useToasts();
  const errorText = useErrorText();
  const isPhone = useIsPhone();
  const [query, setQuery] = useState('');
  const targets = useForwardTargets(query);
  const [picked, setPicked] = useState<readonly ForwardTarget[]>([]);
  const [text, setText] = useState('');
  /** By conversation: asked for again after a failure, it is the same message. */
  const [clientIds] = useState(() => new Map<string, string>());
  const [failures, setFailures] = useState<readonly string[]>([]);
  const isPicked = (target: ForwardTarget) => picked.some(({ id }) => id === target.id);
  const toggle = (target: ForwardTarget) => setPicked(isPicked(target) ? picked.filter(({ id }) => id !== target.id) : [...picked, target]);
  const submit = useSubmit(async () => {
    const left: ForwardTarget[] = [];
    const reasons: string[] = [];
    for (const target of picked) {
      const clientId = clientIds.get(target.id) ?? crypto.randomUUID();
      clientIds.set(target.id, clientId);
      await api.call('forwardMessage', { params: { channelId: message.channelId, messageId: message.id }, body: { channelId: target.id, clientId, text } }).catch((error: unknown) => {
        left.push(target);
        reasons.push(t('failed', { title: target.title, reason: errorText(error) }));
      });
    }
    setPicked(left);
    setFailures(reasons);
    if (left.length > 0) return;
    toasts.show({ message: t('done', { count: picked.length }), tone: 'success' });
    onClose();
  });
  return (
    <Modal opened onClose={onClose} title={t('title')} fullScreen={isPhone} closeButtonProps={{ 'aria-label': t('close', { ns: 'common' }) }}>
      <Form {...submit} submitLabel={t('send', { count: Math.max(1, picked.length) })} submitProps={{ disabled: picked.length === 0 }}>
        <TextInput label={t('to')} placeholder={t('search')} value={query} size="md" data-autofocus autoComplete="off" onChange={(event) => setQuery(event.currentTarget.value)} />
        <ul className={classes.list} aria-label={t('targets')} tabIndex={-1}>
          {targets.map((target) => (
            <li key={target.id}>
              <label className={classes.target}>
                <Checkbox checked={isPicked(target)} onChange={() => toggle(target)} />
                <ConversationIcon channel={target.channel} size={24} />
                <span className={classes.name}>{target.title}</span>
                {target.detail && <span className={classes.detail}>{target.detail}</span>}
              </label>
            </li>
          ))}
          {targets.length === 0 && <li className={classes.none}>{t('none')}</li>}
        </ul>
        {picked.length > 0 && <p className={classes.picked}>{t('picked', { names: new Intl.ListFormat().format(picked.map(({ title }) => title)) })}</p>}
        <Textarea label={t('comment')} value={text} autosize minRows={2} maxRows={6} maxLength={LIMITS.messageText} onChange={(event) => setText(event.currentTarget.value)} />
        {failures.map((failure) => <Notice key={failure} tone="error">{failure}</Notice>)}
      </Form>
    </Modal>
  );
}
