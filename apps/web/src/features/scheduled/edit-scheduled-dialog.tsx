import { Textarea } from '@mantine/core';
import { LIMITS, type ScheduledMessage } from '@parvis/contracts';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DialogFrame } from '../../app/dialog-frame.tsx';
import { Form } from '../../app/forms/form.tsx';
import { useSubmit } from '../../app/forms/use-submit.ts';
import type { DialogProps } from '../../app/screens.ts';
import { useScheduledActions, useWorkspace } from '../../sync/index.ts';
import { fromClock, laterTimes, toClock } from './later-times.ts';
import { TimeFields } from './time-fields.tsx';

/** Other words, another time. One that could not be sent begins with a time that is yet to come. */
export function EditScheduledDialog({ message, onClose }: DialogProps & { message: ScheduledMessage }) {
  const { t } = useTranslation('scheduled');
  const { update } = useScheduledActions();
  const timeZone = useWorkspace((state) => state.me.timeZone);
  const [text, setText] = useState(message.text);
  const [initial] = useState(() => toClock(new Date(message.sendAt) > new Date() ? new Date(message.sendAt) : laterTimes(new Date(), timeZone, ['in1Hour'])[0]!.at, timeZone));
  const [value, setValue] = useState(initial);
  const at = fromClock(value.date, value.time, timeZone);
  const isLeft = value.date === initial.date && value.time === initial.time && message.failure === null;
  const { onSubmit, pending, error } = useSubmit(
    useCallback(async () => {
      if (at === undefined) return;
      await update(message.id, { text, ...(!isLeft && { sendAt: at.toISOString() }) });
      onClose();
    }, [at, isLeft, text, message.id, update, onClose]),
  );
  return (
    <DialogFrame title={t('edit.title')} size="lg" onClose={onClose}>
      <Form onSubmit={onSubmit} pending={pending} error={error} submitLabel={t('edit.save')} submitProps={{ disabled: at === undefined || (text.trim() === '' && message.attachments.length === 0) }}>
        <Textarea label={t('edit.text')} autosize minRows={3} maxRows={14} maxLength={LIMITS.messageText} value={text} onChange={(event) => setText(event.currentTarget.value)} data-autofocus />
        <TimeFields value={value} onChange={setValue} />
      </Form>
    </DialogFrame>
  );
}
