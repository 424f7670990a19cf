import type { Message } from '@parvis/contracts';
import { IconPinFilled } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useUser } from '../../sync/index.ts';
import classes from './message-row.module.css';

/** Above a message that is pinned: by whom. */
export function PinMark({ pin, meId }: { pin: NonNullable<Message['pin']>; meId: string }) {
  const { t } = useTranslation('messages');
  const user = useUser(pin.userId);
  return (
    <div className={classes.pin}>
      <IconPinFilled size={13} aria-hidden />
      {pin.userId === meId ? t('pin.byMe') : t('pin.by', { name: user?.name ?? '…' })}
    </div>
  );
}
