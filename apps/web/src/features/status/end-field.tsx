import { Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { endAt, ENDS, localMinute, type End } from './ends.ts';

export interface EndChoice {
  end: End | 'never' | 'custom';
  /** As a field of type `datetime-local` has it. */
  custom: string;
}

/** Null: never. Read when it is sent, so that "in an hour" is an hour from then. */
export function momentOf({ end, custom }: EndChoice): Date | null {
  if (end === 'never') return null;
  return end === 'custom' ? new Date(custom) : endAt(end);
}

interface EndFieldProps {
  label: string;
  /** What choosing no end is called. */
  never: string;
  value: EndChoice;
  onChange: (choice: EndChoice) => void;
}

/** Until when something holds: one of the usual spans, or a moment. */
export function EndField({ label, never, value, onChange }: EndFieldProps) {
  const { t } = useTranslation('status');
  const choose = (end: EndChoice['end']) => onChange({ end, custom: value.custom || localMinute(endAt('hour')) });
  return (
    <>
      <Select
        label={label} value={value.end} size="md" allowDeselect={false} onChange={(end) => { if (end !== null) choose(end as EndChoice['end']); }}
        data={[{ value: 'never', label: never }, ...[...ENDS, 'custom'].map((end) => ({ value: end, label: t(`end.${end}`) }))]}
      />
      {value.end === 'custom' && (
        <TextInput
          type="datetime-local" label={t('end.at')} value={value.custom} size="md" required withAsterisk={false} min={localMinute(new Date())}
          onChange={(event) => onChange({ ...value, custom: event.currentTarget.value })}
        />
      )}
    </>
  );
}
