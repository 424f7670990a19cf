import { Button, Modal, TextInput, UnstyledButton } from '@mantine/core';
import { LIMITS } from '@parvis/contracts/limits';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Form } from '../../app/forms/form.tsx';
import { useSubmit } from '../../app/forms/use-submit.ts';
import type { DialogProps } from '../../app/screens.ts';
import { useIsPhone } from '../../app/use-is-phone.ts';
import { api, useWorkspace } from '../../sync/index.ts';
import { EndField, type EndChoice, momentOf } from './end-field.tsx';
import { localMinute, type End } from './ends.ts';
import classes from './status-dialog.module.css';
import { StatusEmojiField } from './status-emoji-field.tsx';
import { useCurrentStatus } from './use-current-status.ts';

const PRESETS: readonly [name: string, emoji: string, until: End][] = [
  ['meeting', '🗓️', 'hour'], ['commuting', '🚆', 'halfHour'], ['lunch', '🍽️', 'hour'], ['sick', '🤒', 'today'], ['holiday', '🌴', 'week'], ['remote', '🏡', 'today'],
];

/** What I am doing, and until when it is shown. */
export function StatusDialog({ onClose }: DialogProps) {
  const { t } = useTranslation('status');
  const isPhone = useIsPhone();
  const status = useCurrentStatus(useWorkspace((state) => state.me));
  const [emoji, setEmoji] = useState(status?.emoji ?? '');
  const [text, setText] = useState(status?.text ?? '');
  const [end, setEnd] = useState<EndChoice>(status?.expiresAt ? { end: 'custom', custom: localMinute(new Date(status.expiresAt)) } : { end: 'never', custom: '' });
  const submit = useSubmit(async () => {
    const expiresAt = momentOf(end)?.toISOString() ?? null;
    await (emoji === '' && text.trim() === '' ? api.call('clearStatus') : api.call('setStatus', { body: { emoji, text, expiresAt } }));
    onClose();
  });
  const clear = useSubmit(async () => {
    await api.call('clearStatus');
    onClose();
  });
  return (
    <Modal opened onClose={onClose} title={t('title')} fullScreen={isPhone} closeButtonProps={{ 'aria-label': t('close', { ns: 'common' }) }}>
      <Form
        {...submit} pending={submit.pending || clear.pending} error={submit.error ?? clear.error} submitLabel={t('save', { ns: 'common' })}
        aside={status !== null && <Button variant="default" size="md" onClick={clear.onSubmit}>{t('clear')}</Button>}
      >
        <div className={classes.what}>
          <StatusEmojiField value={emoji} onChange={setEmoji} />
          <TextInput
            className={classes.text} aria-label={t('text')} placeholder={t('placeholder')} value={text} size="md" maxLength={LIMITS.statusText} data-autofocus
            onChange={(event) => setText(event.currentTarget.value)}
          />
        </div>
        {emoji === '' && text === '' && (
          <ul className={classes.presets} aria-label={t('presets')}>
            {PRESETS.map(([name, glyph, until]) => (
              <li key={name}>
                <UnstyledButton className={classes.preset} onClick={() => { setEmoji(glyph); setText(t(`preset.${name}`)); setEnd({ end: until, custom: '' }); }}>
                  <span aria-hidden className={classes.glyph}>{glyph}</span>
                  <span>{t(`preset.${name}`)}</span>
                  <span className={classes.until}>{t(`end.${until}`)}</span>
                </UnstyledButton>
              </li>
            ))}
          </ul>
        )}
        <EndField label={t('end.title')} never={t('end.never')} value={end} onChange={setEnd} />
      </Form>
    </Modal>
  );
}
