import { PasswordInput } from '@mantine/core';
import { useToasts } from '@parvis/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Form } from '../../app/forms/form.tsx';
import { useSubmit } from '../../app/forms/use-submit.ts';
import { api, useWorkspace } from '../../sync/index.ts';
import { NewPasswordField } from './new-password-field.tsx';

export function ChangePassword() {
  const { t } = useTranslation('auth');
  const toasts = useToasts();
  const queryClient = useQueryClient();
  const about = useWorkspace((state) => `${state.me.name}\n${state.me.email}\n${state.organisation.name}`).split('\n');
  const [currentPassword, setCurrentPassword] = useState('');
  const [password, setPassword] = useState('');
  const submit = useSubmit(async () => {
    await api.call('changePassword', { body: { currentPassword, password } });
    setCurrentPassword('');
    setPassword('');
    toasts.show({ message: t('change.done'), tone: 'success' });
    await queryClient.invalidateQueries({ queryKey: ['sessions'] });
  });
  return (
    <Form {...submit} submitLabel={t('change.submit')} submitProps={{ variant: 'default' }}>
      <PasswordInput
        label={t('password.current')} value={currentPassword} onChange={(event) => setCurrentPassword(event.currentTarget.value)} required
        withAsterisk={false} autoComplete="current-password" size="md"
        visibilityToggleButtonProps={{ 'aria-label': t('password.show'), tabIndex: 0, 'aria-hidden': false }}
      />
      <NewPasswordField label={t('password.new')} value={password} onChange={setPassword} about={about} />
    </Form>
  );
}
