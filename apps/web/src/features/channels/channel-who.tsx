import { Radio, Stack } from '@mantine/core';
import type { Channel } from '@parvis/contracts';
import { useTranslation } from 'react-i18next';
import { useSavedChoice } from '../../app/forms/use-saved-choice.ts';
import { useUpdateChannel } from '../../sync/index.ts';

const WHO = ['everyone', 'moderators'] as const;

interface ChannelWhoProps {
  channel: Channel;
  field: 'posting' | 'mentionAll';
  editable: boolean;
}

/** Who may write in a channel, or mention everybody. */
export function ChannelWho({ channel, field, editable }: ChannelWhoProps) {
  const { t } = useTranslation('channels');
  const update = useUpdateChannel();
  const choose = useSavedChoice((next: (typeof WHO)[number]) => update(channel.id, { [field]: next }));
  return (
    <Radio.Group label={t(`settings.${field}.label`)} value={channel[field]} onChange={(value) => choose(value as (typeof WHO)[number])}>
      <Stack gap={8} mt={8}>
        {WHO.map((value) => <Radio key={value} value={value} label={t(`settings.${field}.${value}`)} disabled={!editable} />)}
      </Stack>
    </Radio.Group>
  );
}
