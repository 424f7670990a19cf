import { Combobox, Pill, PillsInput, useCombobox } from '@mantine/core';
import type { User } from '@parvis/contracts';
import { Avatar } from '@parvis/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { avatarUrl } from '../users/index.ts';
import classes from './people-picker.module.css';
import { usePeopleSearch } from './use-people-search.ts';

/** As many as are seen without scrolling. */
const MOST_OFFERED = 6;

interface PeoplePickerProps {
  label: string;
  description?: string;
  value: readonly User[];
  onChange: (people: User[]) => void;
  /** People who can't be picked, for example because they are there already. */
  exclude?: (user: User) => boolean;
  max?: number;
  autoFocus?: boolean;
}

/** Picks people of the organisation by name or address. */
export function PeoplePicker({ label, description, value, onChange, exclude, max = Infinity, autoFocus }: PeoplePickerProps) {
  const { t } = useTranslation('channels');
  const [query, setQuery] = useState('');
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const { people, searching } = usePeopleSearch(query);
  const options = people.filter((user) => !exclude?.(user) && !value.some(({ id }) => id === user.id)).slice(0, MOST_OFFERED);
  const full = value.length >= max;
  const add = (id: string) => {
    const user = options.find((option) => option.id === id);
    if (user && !full) onChange([...value, user]);
    setQuery('');
    combobox.closeDropdown();
  };
  const remove = (id: string) => onChange(value.filter((user) => user.id !== id));
  return (
    <Combobox store={combobox} onOptionSubmit={add} position="bottom-start">
      <Combobox.DropdownTarget>
        <PillsInput label={label} description={description} onClick={() => combobox.openDropdown()}>
          <Pill.Group>
            {value.map((user) => (
              <Pill key={user.id} className={classes.pill} withRemoveButton onRemove={() => remove(user.id)} removeButtonProps={{ 'aria-label': t('people.remove', { name: user.name }) }}>
                {user.name}
              </Pill>
            ))}
            <Combobox.EventsTarget>
              <PillsInput.Field
                className={classes.field}
                value={query}
                placeholder={value.length === 0 ? t('people.placeholder') : ''}
                // A dialog looks for the mark; elsewhere nobody does.
                data-autofocus={autoFocus || undefined}
                autoFocus={autoFocus}
                disabled={full}
                onFocus={() => { if (value.length === 0) combobox.openDropdown(); }}
                onBlur={() => combobox.closeDropdown()}
                onChange={(event) => {
                  setQuery(event.currentTarget.value);
                  combobox.openDropdown();
                  combobox.selectFirstOption();
                }}
                onKeyDown={(event) => {
                  const last = value.at(-1);
                  if (event.key !== 'Backspace' || query !== '' || !last) return;
                  event.preventDefault();
                  remove(last.id);
                }}
              />
            </Combobox.EventsTarget>
          </Pill.Group>
        </PillsInput>
      </Combobox.DropdownTarget>
      <Combobox.Dropdown hidden={full}>
        <Combobox.Options aria-label={label}>
          {options.map((user) => (
            <Combobox.Option key={user.id} value={user.id} className={classes.option}>
              <Avatar id={user.id} name={user.name} src={avatarUrl(user)} size={32} />
              <span className={classes.person}>
                <span className={classes.name}>{user.name}</span>
                <span className={classes.detail}>{[user.role === 'guest' && t('members.guest'), user.title || user.email].filter(Boolean).join(' · ')}</span>
              </span>
            </Combobox.Option>
          ))}
          {options.length === 0 && <Combobox.Empty>{t(searching ? 'people.searching' : 'people.nobody')}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
