import { Group, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { toClock } from './later-times.ts';
import { useClock } from './use-clock.ts';

export interface ClockTime {
  date: string;
  time: string;
}

interface TimeFieldsProps {
  value: ClockTime;
  onChange: (value: ClockTime) => void;
}

/** A date and a time on my clock. */
export function TimeFields({ value, onChange }: TimeFieldsProps) {
  const { t } = useTranslation('scheduled');
  const { timeZone } = useClock();
  const today = toClock(new Date(), timeZone).date;
  return (
    <div>
      <Group grow align="flex-start">
        <TextInput type="date" label={t('pick.date')} required min={today} value={value.date} onChange={(event) => onChange({ ...value, date: event.currentTarget.value })} />
        <TextInput type="time" label={t('pick.time')} required value={value.time} onChange={(event) => onChange({ ...value, time: event.currentTarget.value })} />
      </Group>
      <TimeZoneNote />
    </div>
  );
}

export function TimeZoneNote() {
  const { t } = useTranslation('scheduled');
  const { timeZone } = useClock();
  return <p style={{ margin: '6px 0 0', fontSize: 13, color: 'var(--pv-text-dim)' }}>{t('pick.zone', { zone: timeZone.replaceAll('_', ' ') })}</p>;
}
