import { PasswordInput } from '@mantine/core';
import { LIMITS } from '@parvis/contracts/limits';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './new-password-field.module.css';
import { usePasswordScore } from './use-password-score.ts';

interface NewPasswordFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** What is easily guessed of this person: name, e-mail, organisation. */
  about: readonly string[];
}

const STRENGTH = ['weak', 'weak', 'fair', 'good', 'strong'] as const;

export function NewPasswordField({ label, value, onChange, about }: NewPasswordFieldProps) {
  const { t } = useTranslation('auth');
  const meterId = useId();
  const score = usePasswordScore(value, about);
  const tooShort = value.length < LIMITS.passwordMin;
  const shown = value === '' ? 0 : tooShort ? 1 : Math.max(1, score ?? 1);
  const verdict = value === '' ? t('password.hint', { count: LIMITS.passwordMin })
    : tooShort ? t('password.short', { count: LIMITS.passwordMin - value.length })
      : score === undefined ? t('password.checking') : t(`password.${STRENGTH[score] ?? 'weak'}`);
  return (
    <div>
      <PasswordInput
        label={label} value={value} onChange={(event) => onChange(event.currentTarget.value)} required withAsterisk={false}
        minLength={LIMITS.passwordMin} maxLength={LIMITS.passwordMax} autoComplete="new-password" size="md" aria-describedby={meterId}
        visibilityToggleButtonProps={{ 'aria-label': t('password.show'), tabIndex: 0, 'aria-hidden': false }}
      />
      <div className={classes.meter} data-score={shown} aria-hidden>
        {[1, 2, 3, 4].map((step) => <span key={step} data-on={step <= shown || undefined} />)}
      </div>
      <p id={meterId} className={classes.verdict} aria-live="polite">{verdict}</p>
    </div>
  );
}
