import { NativeSelect } from '@mantine/core';
import type { Language } from '@parvis/contracts';

interface LanguageFieldProps {
  label: string;
  description?: string;
  value: Language;
  onChange: (language: Language) => void;
}

export function LanguageField({ label, description, value, onChange }: LanguageFieldProps) {
  return (
    <NativeSelect
      label={label} description={description} size="md" inputWrapperOrder={['label', 'input', 'description']} value={value}
      data={[{ value: 'en', label: 'English' }, { value: 'fr', label: 'Français' }]}
      onChange={(event) => onChange(event.currentTarget.value as Language)}
    />
  );
}
