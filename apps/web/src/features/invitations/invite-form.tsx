import { Checkbox, NativeSelect, SegmentedControl } from '@mantine/core';
import { Notice } from '@parvis/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Form } from '../../app/forms/form.tsx';
import { useSubmit } from '../../app/forms/use-submit.ts';
import { api, useWorkspace } from '../../sync/index.ts';
import { EmailField } from '../auth/index.ts';
import { INVITATIONS_KEY } from './invitations-key.ts';

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
  const [role, setRole] = useState<'member' | 'admin'>('member');
  const [days, setDays] = useState('14');
  const [teamIds, setTeamIds] = useState<string[]>(() => teams.slice(0, 1).map(({ team }) => team.id));
  const byEmail = kind === 'email';
  const submit = useSubmit(async () => {
    const { invitation, url, mailSent } = await api.call('createInvitation', {
      body: { ...(byEmail && { email }), role: byEmail ? role : 'member', teamIds, expiresInDays: Number(days) },
    });
    void queryClient.invalidateQueries({ queryKey: INVITATIONS_KEY });
    onMade({ email: invitation.email, url, mailSent });
  });
  return (
    <Form {...submit} submitLabel={t(byEmail && mailEnabled ? 'send' : 'make')}>
      <SegmentedControl
        fullWidth value={kind} onChange={setKind} aria-label={t('kind')}
        data={[{ value: 'email', label: t('byEmail') }, { value: 'link', label: t('byLink') }]}
      />
      {byEmail ? <EmailField label={t('email')} value={email} onChange={setEmail} data-autofocus autoComplete="off" /> : <Notice tone="info">{t('linkHint')}</Notice>}
      {byEmail && !mailEnabled && <Notice tone="warning">{t('noMail')}</Notice>}
      {teams.length > 0 && (
        <Checkbox.Group label={t('teams')} value={teamIds} onChange={setTeamIds}>
          <div style={{ display: 'grid', gap: 10, marginBlockStart: 8, maxHeight: 180, overflow: 'auto' }}>
            {teams.map(({ team }) => <Checkbox key={team.id} value={team.id} label={team.name} />)}
          </div>
        </Checkbox.Group>
      )}
      {byEmail && (
        <NativeSelect
          label={t('role')} size="md" value={role} onChange={(event) => setRole(event.currentTarget.value as 'member' | 'admin')}
          data={[{ value: 'member', label: t('roleMember') }, { value: 'admin', label: t('roleAdmin') }]}
        />
      )}
      <NativeSelect
        label={t('validFor')} size="md" value={days} onChange={(event) => setDays(event.currentTarget.value)}
        data={['1', '7', '14', '30', '90'].map((value) => ({ value, label: t('days', { count: Number(value) }) }))}
      />
    </Form>
  );
}
