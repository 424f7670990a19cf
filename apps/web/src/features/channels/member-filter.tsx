import { NativeSelect, TextInput } from '@mantine/core';
import type { ChannelRole } from '@parvis/contracts';
import { LIMITS } from '@parvis/contracts/limits';
import { IconSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './member-list.module.css';

export interface MemberFilters {
  query: string;
  role: ChannelRole | '';
}

interface MemberFilterProps {
  value: MemberFilters;
  onChange: (value: MemberFilters) => void;
}

/** Looks for some of many members. */
export function MemberFilter({ value, onChange }: MemberFilterProps) {
  const { t } = useTranslation('channels');
  return (
    <div className={classes.filter}>
      <TextInput
        type="search" className={classes.search} aria-label={t('members.search')} placeholder={t('members.search')} maxLength={LIMITS.searchQuery}
        leftSection={<IconSearch size={16} aria-hidden />} value={value.query} onChange={(event) => onChange({ ...value, query: event.currentTarget.value })}
      />
      <NativeSelect
        aria-label={t('members.filter')} value={value.role} onChange={(event) => onChange({ ...value, role: event.currentTarget.value as MemberFilters['role'] })}
        data={[
          { value: '', label: t('members.everybody') },
          { value: 'owner', label: t('members.owners') },
          { value: 'moderator', label: t('members.moderators') },
        ]}
      />
    </div>
  );
}
