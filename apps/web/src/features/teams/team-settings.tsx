import { Button, Modal, Textarea, TextInput } from '@mantine/core';
import { LIMITS } from '@parvis/contracts';
import { can } from '@parvis/permissions';
import { useToasts } from '@parvis/ui';
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Form } from '../../app/forms/form.tsx';
import { useSubmit } from '../../app/forms/use-submit.ts';
import { api, useWorkspace, type TeamEntry } from '../../sync/index.ts';
import { GroupsSection } from '../groups/index.ts';
import classes from './team-settings.module.css';

/** Name and description of a team, and the way out of it. */
export function TeamSettings({ entry: { team, role } }: { entry: TeamEntry }) {
  const { t } = useTranslation(['teams', 'groups']);
  const me = useWorkspace((state) => state.me);
  const toasts = useToasts();
  const navigate = useNavigate();
  const mayUpdate = can({ role: me.role }, 'team.update', { teamRole: role });
  const [name, setName] = useState(team.name);
  const [description, setDescription] = useState(team.description);
  const [leaving, setLeaving] = useState(false);
  const save = useSubmit(
    useCallback(async () => {
      await api.call('updateTeam', { params: { id: team.id }, body: { name, description } });
      toasts.show({ tone: 'success', message: t('settings.saved') });
    }, [team.id, name, description, toasts, t]),
  );
  const leave = useSubmit(
    useCallback(async () => {
      await api.call('removeTeamMember', { params: { id: team.id, userId: me.id } });
      await navigate({ to: '/teams' });
    }, [team.id, me.id, navigate]),
  );
  return (
    <div className={classes.root}>
      {mayUpdate && (
        <Form onSubmit={save.onSubmit} pending={save.pending} error={save.error} submitLabel={t('settings.save')} submitProps={{ disabled: name.trim() === '' || (name === team.name && description === team.description) }}>
          <TextInput label={t('newTeam.name')} value={name} maxLength={LIMITS.name} required withAsterisk={false} onChange={(event) => setName(event.currentTarget.value)} />
          <Textarea label={t('newTeam.description')} value={description} maxLength={LIMITS.description} autosize minRows={3} onChange={(event) => setDescription(event.currentTarget.value)} />
        </Form>
      )}
      <section className={classes.groups}>
        <h2 className={classes.heading}>{t('groups:title')}</h2>
        <p className={classes.text}>{t('groups:textTeam')}</p>
        <GroupsSection teamId={team.id} />
      </section>
      <section className={classes.leave}>
        <h2 className={classes.heading}>{t('settings.leaveTitle')}</h2>
        <p className={classes.text}>{t('settings.leaveText')}</p>
        <Button variant="outline" color="red" onClick={() => setLeaving(true)}>{t('settings.leave')}</Button>
      </section>
      {leaving && (
        <Modal opened onClose={() => setLeaving(false)} title={t('settings.leaveConfirmTitle', { team: team.name })} closeButtonProps={{ 'aria-label': t('close', { ns: 'common' }) }}>
          <Form onSubmit={leave.onSubmit} pending={leave.pending} error={leave.error} submitLabel={t('settings.leaveConfirm', { team: team.name })} submitProps={{ color: 'red' }}>
            <p className={classes.text}>{t('settings.leaveText')}</p>
          </Form>
        </Modal>
      )}
    </div>
  );
}
