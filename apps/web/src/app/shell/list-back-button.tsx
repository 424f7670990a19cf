import { ActionIcon } from '@mantine/core';
import { IconChevronLeft } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useIsPhone } from '../use-is-phone.ts';

interface ListBackButtonProps {
  to: '/' | '/teams' | '/meet' | '/docs' | '/settings';
}

/** For the header of a page: on a phone, the way back to the section's list. */
export function ListBackButton({ to }: ListBackButtonProps) {
  const { t } = useTranslation('shell');
  const navigate = useNavigate();
  const isPhone = useIsPhone();
  if (!isPhone) return null;
  return (
    <ActionIcon size={44} aria-label={t('backToList')} onClick={() => void navigate({ to })}>
      <IconChevronLeft size={24} aria-hidden />
    </ActionIcon>
  );
}
