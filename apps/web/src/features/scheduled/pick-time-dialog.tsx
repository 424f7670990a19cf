import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DialogFrame } from '../../app/dialog-frame.tsx';
import { Form } from '../../app/forms/form.tsx';
import { useSubmit } from '../../app/forms/use-submit.ts';
import type { DialogProps } from '../../app/screens.ts';
import { useWorkspace } from '../../sync/index.ts';
import { fromClock, laterTimes, toClock } from './later-times.ts';
import { TimeFields } from './time-fields.tsx';

interface PickTimeDialogProps extends DialogProps {
  title: string;
  submitLabel: string;
  /** Shown until another one is picked; tomorrow morning without it. */
  initial?: string | null;
  /** Its rejection is shown, and the dialog stays. */
  onPick: (at: string) => Promise<unknown>;
}

export function PickTimeDialog({ title, submitLabel, initial, onPick, onClose }: PickTimeDialogProps) {
  const { t } = useTranslation('scheduled');
  const timeZone = useWorkspace((state) => state.me.timeZone);
  const [value, setValue] = useState(() => toClock(initial == null ? laterTimes(new Date(), timeZone, ['tomorrow'])[0]!.at : new Date(initial), timeZone));
  const at = fromClock(value.date, value.time, timeZone);
  const [past, setPast] = useState(false);
  const { onSubmit, pending, error } = useSubmit(
    useCallback(async () => {
      const isPast = at === undefined || at.getTime() <= Date.now();
      setPast(isPast);
      if (isPast) return;
      await onPick(at.toISOString());
      onClose();
    }, [at, onPick, onClose]),
  );
  return (
    <DialogFrame title={title} size="sm" onClose={onClose}>
      <Form onSubmit={onSubmit} pending={pending} error={past ? t('pick.past') : error} submitLabel={submitLabel} submitProps={{ disabled: at === undefined }}>
        <TimeFields value={value} onChange={setValue} />
      </Form>
    </DialogFrame>
  );
}
