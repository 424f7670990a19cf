import { ActionMenu } from '@parvis/ui';
import { IconCalendarClock, IconClock } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { openDialog } from '../../app/dialogs.tsx';
import { laterTimes } from './later-times.ts';
import type { SendLaterProps } from './send-later-button.tsx';
import { useClock } from './use-clock.ts';

/** Loaded, and open, when it is first asked for. */
export function SendLaterMenu({ onPick, children }: SendLaterProps & { children: (props: object) => ReactNode }) {
  const { t } = useTranslation('scheduled');
  const { at, timeZone } = useClock();
  const pick = () => openDialog('pickTime', { title: t('later.title'), submitLabel: t('later.schedule'), onPick });
  return (
    <ActionMenu
      label={t('later.menu')}
      side="top"
      width={320}
      defaultOpened
      actions={[
        ...laterTimes(new Date(), timeZone, ['in1Hour', 'in3Hours', 'tomorrow', 'monday']).map(({ name, at: time }) => ({
          label: t('later.named', { name: t(`later.${name}`), time: at(time) }), icon: <IconClock size={18} />, onSelect: () => void onPick(time.toISOString()).catch(() => undefined),
        })),
        { label: t('later.pick', { zone: timeZone.replaceAll('_', ' ') }), icon: <IconCalendarClock size={18} />, separated: true, onSelect: pick },
      ]}
    >
      {children}
    </ActionMenu>
  );
}
