import { useToasts } from '@parvis/ui';
import type { User, UserRole } from '@parvis/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../app/use-error-text.ts';
import { api } from '../../sync/index.ts';
import { PEOPLE_KEY } from './people-list.tsx';

/** Changes an account and offers to undo it, unless it leaves teams thereby. Never rejects: a failure is said in a toast. */
export function useUpdateUser(user: User) {
  const { t } = useTranslation('users');
  const toasts = useToasts();
  const errorText = useErrorText();
  const queryClient = useQueryClient();
  const save = async (body: { role?: UserRole; active?: boolean }): Promise<boolean> => {
    try {
      await api.call('updateUser', { params: { id: user.id }, body });
      await queryClient.invalidateQueries({ queryKey: PEOPLE_KEY });
      return true;
    } catch (error) {
      toasts.show({ message: errorText(error), tone: 'error' });
      return false;
    }
  };
  return async (body: { role?: UserRole; active?: boolean }): Promise<void> => {
    if (!(await save(body))) return;
    const before = body.role ? { role: user.role } : { active: !body.active };
    const message = body.role ? t('people.roleChanged', { name: user.name, role: t(`roles.${body.role}`) })
      : t(body.active ? 'people.reactivated' : 'people.deactivated', { name: user.name });
    toasts.show({ message, tone: 'success', ...(body.role !== 'guest' && { action: { label: t('people.undo'), run: () => void save(before) } }) });
  };
}
