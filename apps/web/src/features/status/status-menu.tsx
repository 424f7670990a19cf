import { UnstyledButton } from '@mantine/core';
import type { User } from '@parvis/contracts';
import { useToasts } from '@parvis/ui';
import { IconBell, IconBellOff, IconMoodSmile, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { openDialog } from '../../app/dialogs.tsx';
import { useErrorText } from '../../app/use-error-text.ts';
import { useFormat } from '../../i18n/index.ts';
import { api } from '../../sync/index.ts';
import { EmojiGlyph } from '../emoji/index.ts';
import { endAt, tomorrowMorning } from './ends.ts';
import { WITHOUT_EMOJI } from './status-emoji.tsx';
import classes from './status-menu.module.css';
import { useCurrentStatus } from './use-current-status.ts';
import { useRunning } from './use-running.ts';

/** My status and my rest from notifications, in my own menu. */
export function StatusMenu({ me, onClose }: { me: User; onClose: () => void }) {
  const { t } = useTranslation('status');
  const format = useFormat();
  const toasts = useToasts();
  const errorText = useErrorText();
  const status = useCurrentStatus(me);
  const resting = useRunning(me.doNotDisturbUntil) && me.doNotDisturbUntil !== null;
  const [choosing, setChoosing] = useState(false);
  const failed = (error: unknown) => toasts.show({ tone: 'error', message: errorText(error) });
  const rest = (until: Date | null) => {
    setChoosing(false);
    api.call('setDoNotDisturb', { body: { until: until?.toISOString() ?? null } }).catch(failed);
  };
  const ends = [
    ['halfHour', endAt('halfHour')], ['hour', endAt('hour')], ['fourHours', endAt('fourHours')], ['tomorrow', tomorrowMorning()],
  ] as const;
  return (
    <>
      <div className={classes.line}>
        <UnstyledButton className={classes.item} onClick={() => { onClose(); openDialog('status'); }}>
          {status === null ? (
            <><IconMoodSmile size={19} aria-hidden />{t('set')}</>
          ) : (
            <>
              <span className={classes.glyph} aria-hidden><EmojiGlyph emoji={status.emoji || WITHOUT_EMOJI} /></span>
              <span className={classes.words}>
                <span className={classes.text}>{status.text || t('noText')}</span>
                {status.expiresAt !== null && <span className={classes.until}>{t('until', { time: format.dateTime(status.expiresAt) })}</span>}
              </span>
            </>
          )}
        </UnstyledButton>
        {status !== null && (
          <UnstyledButton className={classes.clear} aria-label={t('clear')} onClick={() => void api.call('clearStatus').catch(failed)}><IconX size={17} aria-hidden /></UnstyledButton>
        )}
      </div>
      {resting ? (
        <UnstyledButton className={classes.item} onClick={() => rest(null)}>
          <IconBell size={19} aria-hidden />
          <span className={classes.words}>
            <span className={classes.text}>{t('rest.stop')}</span>
            <span className={classes.until}>{t('rest.until', { time: format.dateTime(me.doNotDisturbUntil!) })}</span>
          </span>
        </UnstyledButton>
      ) : (
        <UnstyledButton className={classes.item} aria-expanded={choosing} onClick={() => setChoosing((before) => !before)}>
          <IconBellOff size={19} aria-hidden />{t('rest.title')}
        </UnstyledButton>
      )}
      {choosing && !resting && (
        <div className={classes.choices} role="group" aria-label={t('rest.title')}>
          {ends.map(([end, until]) => (
            <UnstyledButton key={end} className={classes.choice} onClick={() => rest(until)}>{t(`rest.for.${end}`)}</UnstyledButton>
          ))}
        </div>
      )}
    </>
  );
}
