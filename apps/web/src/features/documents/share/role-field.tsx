import { Select } from '@mantine/core';
import type { DocumentRole } from '@parvis/contracts';
import { useTranslation } from 'react-i18next';
import classes from './share.module.css';

const ROLES: readonly DocumentRole[] = ['reader', 'commenter', 'editor', 'manager'];

interface RoleFieldProps {
  /** Accessible name. */
  label: string;
  role: DocumentRole;
  onChange: (role: DocumentRole) => void;
}

/** What somebody is given. */
export function RoleField({ label, role, onChange }: RoleFieldProps) {
  const { t } = useTranslation('documents');
  return (
    <Select
      className={classes.roleField} aria-label={label} allowDeselect={false} value={role} data={ROLES.map((value) => ({ value, label: t(`role.${value}`) }))}
      onChange={(value) => { if (value !== null && value !== role) onChange(value); }}
    />
  );
}
