import { NativeSelect, SegmentedControl } from '@mantine/core';
import { Notice } from '@parvis/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Form } from '../../app/forms/form.tsx';
import { useSubmit } from '../../app/forms/use-submit.ts';
import { api, useWorkspace } from '../../sync/index.ts';
import { EmailField } from '../auth/index.ts';
import { INVITATIONS_KEY } from './invitations-key.ts';
import { InvitedPlaces } from './invited-places.tsx';
import { useGuestChannels } from './use-guest-channels.ts';

type Role = 'member' | 'admin' | 'guest';

export interface MadeInvitation {
  /** Null for a link that several may use. */
  email: string | null;
  url: string;
  mailSent: boolean;
}

export function InviteForm({ onMade }: { onMade: (made: MadeInvitation) => void }) {
  const { t } = useTranslation('invitations');
  const queryClient = useQueryClient();
  const mailEnabled = useWorkspace((state) => state.organisation.mailEnabled);
  const teamsById = useWorkspace((state) => state.teams);
  const teams = Object.values(teamsById).sort((a, b) => a.team.name.localeCompare(b.team.name));
  const [kind, setKind] = useState('email');
  const [email, setEmail] = useState('');
  const [chosenRole, setRole] = useState<Role>('member');
  const guestChannels = useGuestChannels();
  const [channelIds, setChannelIds] = useState<string[]>([]);
  const [days, setDays] = useState('14');
  const [teamIds, setTeamIds] = useState<string[]>(() => teams.slice(0, 1).map(({ team }) => team.id));
  const byEmail = kind === 'email';
  // A shared link makes nobody an administrator.
  const role = !byEmail && chosenRole === 'admin' ? 'member' : chosenRole;
  const guest = role === 'guest';
  const submit = useSubmit(async () => {
    const { invitation, url, mailSent } = await api.call('createInvitation', {
      body: { ...(byEmail && { email }), role, ...(guest ? { channelIds } : { teamIds }), expiresInDays: Number(days) },
    });
    void queryClient.invalidateQueries({ queryKey: INVITATIONS_KEY });
    onMade({ email: invitation.email, url, mailSent });
  });
  return (
    <Form {...submit} submitLabel={t(byEmail && mailEnabled ? 'send' : 'make')} submitProps={{ disabled: guest && channelIds.length === 0 }}>
      <SegmentedControl
        fullWidth value={kind} onChange={setKind} aria-label={t('kind')}
        data={[{ value: 'email', label: t('byEmail') }, { value: 'link', label: t('byLink') }]}
      />
      {byEmail ? <EmailField label={t('email')} value={email} onChange={setEmail} data-autofocus autoComplete="off" /> : <Notice tone="info">{t(guest ? 'linkHintGuest' : 'linkHint')}</Notice>}
      {byEmail && !mailEnabled && <Notice tone="warning">{t('noMail')}</Notice>}
      <NativeSelect
        label={t('role')} description={guest ? t('guestHint') : undefined} size="md" value={role} onChange={(event) => setRole(event.currentTarget.value as Role)}
        data={[
          { value: 'member', label: t('roleMember') },
          ...(byEmail ? [{ value: 'admin', label: t('roleAdmin') }] : []),
          { value: 'guest', label: t('roleGuest') },
        ]}
      />
      {guest ? (
        <InvitedPlaces
          label={t('channels')} none={t('noChannels')} value={channelIds} onChange={setChannelIds}
          places={guestChannels.map(({ channel, teamName }) => ({ id: channel.id, label: `${teamName} · ${channel.name ?? ''}` }))}
        />
      ) : (
        <InvitedPlaces label={t('teams')} value={teamIds} onChange={setTeamIds} places={teams.map(({ team }) => ({ id: team.id, label: team.name }))} />
      )}
      <NativeSelect
        label={t('validFor')} size="md" value={days} onChange={(event) => setDays(event.currentTarget.value)}
        data={['1', '7', '14', '30', '90'].map((value) => ({ value, label: t('days', { count: Number(value) }) }))}
      />
    </Form>
  );
}
