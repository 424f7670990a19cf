import { Button, CloseButton, TextInput } from '@mantine/core';
import { LIMITS } from '@parvis/contracts/limits';
import { IconPlus } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './poll-dialog.module.css';

interface PollOptionsFieldProps {
  value: readonly string[];
  onChange: (options: string[]) => void;
  autoFocus: boolean;
}

const LEAST = 2;

/** The answers that one can choose; Enter goes to the next, making it when it is missing. */
export function PollOptionsField({ value, onChange, autoFocus }: PollOptionsFieldProps) {
  const { t } = useTranslation('polls');
  const fields = useRef<(HTMLInputElement | null)[]>([]);
  const [wanted, setWanted] = useState<number | null>(null);
  useEffect(() => {
    if (wanted === null) return;
    fields.current[wanted]?.focus();
    setWanted(null);
  }, [wanted]);
  const mayAdd = value.length < LIMITS.pollOptions;
  const add = () => {
    onChange([...value, '']);
    setWanted(value.length);
  };
  return (
    <fieldset className={classes.options}>
      <legend className={classes.legend}>{t('options')}</legend>
      {value.map((option, index) => (
        <div key={index} className={classes.option}>
          <TextInput
            ref={(field) => { fields.current[index] = field; }}
            className={classes.field} aria-label={t('option', { number: index + 1 })} placeholder={t('option', { number: index + 1 })} value={option} size="md" maxLength={LIMITS.pollOption}
            data-autofocus={(autoFocus && index === 0) || undefined}
            onChange={(event) => onChange(value.with(index, event.currentTarget.value))}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return;
              event.preventDefault();
              if (index < value.length - 1) setWanted(index + 1);
              else if (mayAdd && option.trim() !== '') add();
            }}
          />
          {value.length > LEAST && (
            <CloseButton
              size="lg" aria-label={t('removeOption', { number: index + 1 })}
              onClick={() => { onChange(value.toSpliced(index, 1)); setWanted(Math.max(0, index - 1)); }}
            />
          )}
        </div>
      ))}
      {mayAdd && <div><Button size="compact-sm" variant="subtle" leftSection={<IconPlus size={15} aria-hidden />} onClick={add}>{t('addOption')}</Button></div>}
    </fieldset>
  );
}
