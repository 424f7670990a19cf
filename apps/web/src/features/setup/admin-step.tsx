import { TextInput } from '@mantine/core';
import { LIMITS } from '@parvis/contracts/limits';
import { useTranslation } from 'react-i18next';
import { EmailField, NewPasswordField } from '../auth/index.ts';
import type { StepProps } from './setup-answers.ts';

export function AdminStep({ answers, onChange }: StepProps) {
  const { t } = useTranslation(['setup', 'auth']);
  return (
    <>
      <TextInput
        label={t('auth:name')} value={answers.name} size="md" required withAsterisk={false} maxLength={LIMITS.name} autoComplete="name" autoFocus
        pattern=".*\S.*" onChange={(event) => onChange({ name: event.currentTarget.value })}
      />
      <EmailField label={t('auth:email')} value={answers.email} onChange={(email) => onChange({ email })} />
      <NewPasswordField
        label={t('auth:password.label')} value={answers.password} onChange={(password) => onChange({ password })}
        about={[answers.name, answers.email, answers.organisation]}
      />
    </>
  );
}
