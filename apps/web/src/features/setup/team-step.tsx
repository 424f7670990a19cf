import { TextInput } from '@mantine/core';
import { LIMITS } from '@parvis/contracts/limits';
import { useTranslation } from 'react-i18next';
import type { StepProps } from './setup-answers.ts';

export function TeamStep({ answers, onChange }: StepProps) {
  const { t } = useTranslation('setup');
  return (
    <TextInput
      label={t('team.name')} placeholder={t('team.example')} value={answers.team} size="md" required withAsterisk={false} maxLength={LIMITS.name}
      autoComplete="off" autoFocus pattern=".*\S.*" onChange={(event) => onChange({ team: event.currentTarget.value })}
    />
  );
}
