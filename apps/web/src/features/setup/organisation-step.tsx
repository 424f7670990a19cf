import { TextInput } from '@mantine/core';
import { LIMITS } from '@parvis/contracts/limits';
import { useTranslation } from 'react-i18next';
import { setLanguage } from '../../i18n/index.ts';
import { LanguageField } from '../organisation/index.ts';
import type { StepProps } from './setup-answers.ts';

export function OrganisationStep({ answers, onChange }: StepProps) {
  const { t } = useTranslation('setup');
  return (
    <>
      <TextInput
        label={t('organisation.name')} placeholder={t('organisation.example')} value={answers.organisation} size="md" required withAsterisk={false}
        maxLength={LIMITS.name} autoComplete="organization" autoFocus pattern=".*\S.*"
        onChange={(event) => onChange({ organisation: event.currentTarget.value })}
      />
      <LanguageField
        label={t('organisation.language')} description={t('organisation.languageHint')} value={answers.language}
        onChange={(language) => { onChange({ language }); void setLanguage(language); }}
      />
    </>
  );
}
