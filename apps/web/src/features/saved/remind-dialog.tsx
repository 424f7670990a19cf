import { Button } from '@mantine/core';
import type { SavedItem } from '@parvis/contracts';
import { Notice, useToasts } from '@parvis/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DialogFrame } from '../../app/dialog-frame.tsx';
import { openDialog } from '../../app/dialogs.tsx';
import type { DialogProps } from '../../app/screens.ts';
import { useErrorText } from '../../app/use-error-text.ts';
import { useSavedActions, useWorkspace } from '../../sync/index.ts';
import { laterTimes, TimeZoneNote, useClock } from '../scheduled/index.ts';
import classes from './remind-dialog.module.css';

interface RemindDialogProps extends DialogProps {
  /** What to be reminded of: a message, which is saved by it, or something saved before. */
  message?: { id: string; channelId: string };
  item?: SavedItem;
}

/** When to be reminded. */
export function RemindDialog({ message, item: given, onClose }: RemindDialogProps) {
  const { t } = useTranslation('saved');
  const toasts = useToasts();
  const errorText = useErrorText();
  const { at, timeZone } = useClock();
  const { save, update } = useSavedActions();
  const known = useWorkspace((state) => (message === undefined ? undefined : Object.values(state.saved).find(({ messageId }) => messageId === message.id)));
  const item = given ?? known;
  const [error, setError] = useState<string | null>(null);
  const remind = async (remindAt: string) => {
    if (item !== undefined) await update(item, { remindAt, state: 'todo' });
    else if (message !== undefined) await save(message, remindAt);
    toasts.show({ id: 'saved', tone: 'success', message: t('reminderSet', { time: at(remindAt) }) });
  };
  const choose = (time: Date) => {
    remind(time.toISOString()).then(onClose, (cause: unknown) => setError(errorText(cause)));
  };
  const drop = () => {
    if (item !== undefined) update(item, { remindAt: null }).then(onClose, (cause: unknown) => setError(errorText(cause)));
  };
  const pick = () => openDialog('pickTime', { title: t('remindTitle'), submitLabel: t('remind'), initial: item?.remindAt ?? null, onPick: remind });
  return (
    <DialogFrame title={t('remindTitle')} size="sm" onClose={onClose}>
      <div className={classes.choices}>
        {laterTimes(new Date(), timeZone, ['in20Minutes', 'in1Hour', 'in3Hours', 'tomorrow', 'monday']).map(({ name, at: time }) => (
          <Button key={name} variant="default" size="md" justify="flex-start" fullWidth rightSection={<span className={classes.time}>{at(time)}</span>} styles={{ label: { flex: 1 } }} onClick={() => choose(time)}>
            {t(`later.${name}`, { ns: 'scheduled' })}
          </Button>
        ))}
        <Button variant="light" size="md" onClick={pick}>{t('pick')}</Button>
        {item?.remindAt != null && <Button variant="subtle" size="md" onClick={drop}>{t('dropReminder')}</Button>}
      </div>
      {error && <Notice tone="error">{error}</Notice>}
      <TimeZoneNote />
    </DialogFrame>
  );
}
