import { Modal, Switch, TextInput } from '@mantine/core';
import { LIMITS } from '@parvis/contracts/limits';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Form } from '../../app/forms/form.tsx';
import { useSubmit } from '../../app/forms/use-submit.ts';
import type { DialogProps } from '../../app/screens.ts';
import { useIsPhone } from '../../app/use-is-phone.ts';
import { usePostMessage } from '../../sync/index.ts';
import { EndField, type EndChoice, momentOf } from '../status/index.ts';
import classes from './poll-dialog.module.css';
import { PollOptionsField } from './poll-options-field.tsx';

interface PollDialogProps extends DialogProps {
  channelId: string;
  threadId?: string;
  /** What was written so far. */
  question?: string;
  options?: readonly string[];
}

/** Asks a question in a conversation. */
export function PollDialog({ channelId, threadId, question: begun = '', options: given = [], onClose }: PollDialogProps) {
  const { t } = useTranslation('polls');
  const isPhone = useIsPhone();
  const post = usePostMessage();
  const [clientId] = useState(() => crypto.randomUUID());
  const [question, setQuestion] = useState(begun);
  const [options, setOptions] = useState<string[]>([...given, ...Array<string>(Math.max(0, 2 - given.length)).fill('')]);
  const [multiple, setMultiple] = useState(false);
  const [anonymous, setAnonymous] = useState(false);
  const [end, setEnd] = useState<EndChoice>({ end: 'never', custom: '' });
  const written = options.map((option) => option.trim()).filter(Boolean);
  const submit = useSubmit(async () => {
    const poll = { question, options: written, multiple, anonymous, closesAt: momentOf(end)?.toISOString() ?? null };
    await post(channelId, { clientId, text: '', poll, ...(threadId !== undefined && { threadId }) });
    onClose();
  });
  return (
    <Modal opened onClose={onClose} title={t('new')} size="lg" fullScreen={isPhone} closeButtonProps={{ 'aria-label': t('close', { ns: 'common' }) }}>
      <Form {...submit} submitLabel={t('send')} submitProps={{ disabled: question.trim() === '' || written.length < 2 }}>
        <TextInput
          label={t('question')} placeholder={t('questionExample')} value={question} size="md" maxLength={LIMITS.pollQuestion} data-autofocus={begun === '' || undefined}
          onChange={(event) => setQuestion(event.currentTarget.value)}
        />
        <PollOptionsField value={options} onChange={setOptions} autoFocus={begun !== ''} />
        <div className={classes.switches}>
          <Switch label={t('several')} checked={multiple} onChange={(event) => setMultiple(event.currentTarget.checked)} />
          <Switch label={t('anonymous')} description={t('anonymousHint')} checked={anonymous} onChange={(event) => setAnonymous(event.currentTarget.checked)} />
        </div>
        <EndField label={t('closesLabel')} never={t('closesNever')} value={end} onChange={setEnd} />
      </Form>
    </Modal>
  );
}
