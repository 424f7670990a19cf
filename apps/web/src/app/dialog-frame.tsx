import { Modal, type ModalProps } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useIsPhone } from './use-is-phone.ts';

interface DialogFrameProps {
  title: string;
  size?: ModalProps['size'];
  onClose: () => void;
  children: ReactNode;
}

/** A dialog with a form in it; on a phone it is a page. */
export function DialogFrame({ title, size, onClose, children }: DialogFrameProps) {
  const { t } = useTranslation('common');
  const isPhone = useIsPhone();
  return (
    <Modal opened onClose={onClose} title={title} {...(size !== undefined && { size })} fullScreen={isPhone} closeButtonProps={{ 'aria-label': t('close') }}>
      {children}
    </Modal>
  );
}
