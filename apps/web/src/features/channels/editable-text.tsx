import { ActionIcon, Button, Textarea, TextInput } from '@mantine/core';
import { Tooltip } from '@parvis/ui';
import { IconPencil } from '@tabler/icons-react';
import { useCallback, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useSubmit } from '../../app/forms/use-submit.ts';
import classes from './channel-details.module.css';

interface EditableTextProps {
  label: string;
  value: string;
  /** Shown when there is none. */
  placeholder: string;
  maxLength: number;
  multiline?: boolean;
  required?: boolean;
  editable: boolean;
  onSave: (value: string) => Promise<unknown>;
}

/** A text with a pencil; saving keeps what was typed when the server refuses it. */
export function EditableText({ label, value, placeholder, maxLength, multiline, required, editable, onSave }: EditableTextProps) {
  const { t } = useTranslation('channels');
  const [draft, setDraft] = useState<string | null>(null);
  const { onSubmit, pending, error } = useSubmit(
    useCallback(async () => {
      if (draft === null) return;
      await onSave(draft.trim());
      setDraft(null);
    }, [draft, onSave]),
  );
  if (draft === null) {
    return (
      <div>
        <div className={classes.field}>
          <div className={classes.label}>{label}</div>
          {editable && (
            <Tooltip label={t('details.edit', { label })}>
              <ActionIcon className={classes.pencil} aria-label={t('details.edit', { label })} onClick={() => setDraft(value)}><IconPencil size={16} stroke={1.7} aria-hidden /></ActionIcon>
            </Tooltip>
          )}
        </div>
        <p className={classes.value} data-empty={value === '' || undefined}>{value || placeholder}</p>
      </div>
    );
  }
  const Field = multiline ? Textarea : TextInput;
  return (
    <form
      className={classes.section}
      onSubmit={onSubmit}
      onKeyDown={(event: KeyboardEvent) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        setDraft(null);
      }}
    >
      <Field
        label={label}
        value={draft}
        maxLength={maxLength}
        error={error}
        autoFocus
        {...(multiline && { autosize: true, minRows: 2 })}
        onChange={(event) => setDraft(event.currentTarget.value)}
      />
      <div className={classes.buttons}>
        <Button type="submit" size="xs" loading={pending} disabled={required && draft.trim() === ''}>{t('details.save')}</Button>
        <Button size="xs" variant="default" onClick={() => setDraft(null)}>{t('cancel', { ns: 'common' })}</Button>
      </div>
    </form>
  );
}
