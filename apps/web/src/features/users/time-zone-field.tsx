import { Button, NativeSelect } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

interface TimeZoneFieldProps {
  label: string;
  value: string;
  onChange: (timeZone: string) => void;
}

const shown = (zone: string): string => zone.replaceAll('_', ' ').replace('/', ' / ');

export function TimeZoneField({ label, value, onChange }: TimeZoneFieldProps) {
  const { t } = useTranslation('users');
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const zones = useMemo(() => {
    // The one stored may be an alias that this browser doesn't list.
    const all = new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', value]);
    return [...all].sort().map((zone) => ({ value: zone, label: shown(zone) }));
  }, [value]);
  return (
    <div>
      <NativeSelect label={label} size="md" value={value} data={zones} onChange={(event) => onChange(event.currentTarget.value)} />
      {here !== value && (
        <Button variant="subtle" size="compact-sm" mt={6} onClick={() => onChange(here)}>{t('profile.timeZoneHere', { zone: shown(here) })}</Button>
      )}
    </div>
  );
}
