import { TextInput, type TextInputProps } from '@mantine/core';
import { LIMITS } from '@parvis/contracts/limits';

type EmailFieldProps = Omit<TextInputProps, 'value' | 'onChange'> & { value: string; onChange: (value: string) => void };

export function EmailField({ value, onChange, ...rest }: EmailFieldProps) {
  return (
    <TextInput
      type="email" inputMode="email" autoComplete="username" autoCapitalize="none" spellCheck={false} maxLength={LIMITS.email} required
      withAsterisk={false} size="md" value={value} onChange={(event) => onChange(event.currentTarget.value)} {...rest}
    />
  );
}
